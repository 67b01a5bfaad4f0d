import { z } from 'zod';
import type { BotDeps } from '../bot-deps';
import { type RowMenuChoice, rowMenuChoices } from '../row-menu';
import type { MenuPick, RowPress } from './button';
import { openConsultOf } from './consult';
import { openHandOverOf } from './hand-over';
import { openCardOf } from './open-card';
import { openPlanOf } from './open-plan';

type Deed = (deps: BotDeps, press: RowPress, learnerId: string) => Promise<void>;

const deeds: Record<RowMenuChoice, Deed> = {
  card: openCardOf,
  plan: openPlanOf,
  consult: openConsultOf,
  handOver: openHandOverOf,
};

const picked = z.tuple([z.enum(rowMenuChoices), z.uuid()]);

/** Something was picked from "more" beside a learner. */
export function moreFromRow(deps: BotDeps) {
  return async (pick: MenuPick): Promise<void> => {
    await pick.ack();
    const [choice, learnerId] = picked.parse(pick.action.selected_option.value.split(':'));
    await deeds[choice](deps, pick, learnerId);
  };
}
