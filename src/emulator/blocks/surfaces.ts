/** Where blocks may stand. */
export type Surface = 'message' | 'modal' | 'home';

/** Most blocks on a surface (SLACK.md, Deadlines and limits). */
export const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];
const MESSAGE: readonly Surface[] = ['message'];
const MESSAGE_AND_HOME: readonly Surface[] = ['message', 'home'];

/** The surfaces of each block type (SLACK.md, Block Kit). */
export const SURFACES: Record<string, readonly Surface[]> = {
  actions: EVERYWHERE,
  context: EVERYWHERE,
  divider: EVERYWHERE,
  header: EVERYWHERE,
  image: EVERYWHERE,
  input: EVERYWHERE,
  rich_text: EVERYWHERE,
  section: EVERYWHERE,
  video: EVERYWHERE,
  card: EVERYWHERE,
  alert: ['modal'],
  container: MESSAGE,
  context_actions: MESSAGE,
  markdown: MESSAGE,
  plan: MESSAGE,
  task_card: MESSAGE,
  data_visualization: MESSAGE,
  carousel: MESSAGE_AND_HOME,
  table: MESSAGE_AND_HOME,
  data_table: MESSAGE_AND_HOME,
};
