import type { createRows } from './rows';
import type { Tenant } from './two-workspaces';

/** Somebody whom no workspace knows. */
export const nobody = 'U0NOBODY';

/** A value outside of a column's set, as a foreign program might write it. */
export const unheardOf = 'unheard of' as never;

export type Rows = ReturnType<typeof createRows>;

/** A row that the database refuses, and the constraint that it breaks. */
export interface Case {
  refuses: string;
  constraint: string;
  attempt(given: { own: Tenant; other: Tenant; rows: Rows }): PromiseLike<unknown>;
}

export const twice = async (write: () => PromiseLike<unknown>) => {
  await write();
  await write();
};
