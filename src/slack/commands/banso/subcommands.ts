import { away } from './away';
import { handover } from './handover';
import { importRoster } from './import';
import { people } from './people';
import { program } from './program';
import { seenSubcommand } from './seen';
import { settings } from './settings';
import { setup } from './setup';
import type { Subcommand } from './subcommand';

/** Everything that `/banso` knows beside help, in the order in which help shows it. */
export const subcommands: readonly Subcommand[] = [
  away,
  handover,
  settings,
  setup,
  people,
  importRoster,
  program,
  seenSubcommand,
];
