/** Where a modal is among those that lie over each other. */
interface Stacked {
  id: string;
  root_view_id?: string | null | undefined;
  previous_view_id?: string | null | undefined;
}

/** Slack puts no modal over the third one. */
export function isThirdModal({ id, root_view_id: root, previous_view_id: below }: Stacked): boolean {
  return id !== root && below !== root;
}
