import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { readConfig } from '../config';
import { loadProgramRules } from '../db/programs';
import type { Person, Roster } from '../domain/roster';
import type { ProgramScope } from '../domain/scope';
import { readRoster } from '../roster/read';
import { strangersIn } from '../usecases/check-roster-people';
import { type ImportResult, importRoster } from '../usecases/import-roster';
import { Failure } from './failure';
import { faultLines } from './fault-report';
import { nameOption, readOptions, takeAnything } from './options';
import { findProgramScope } from './program-scope';
import { type Progress, showProgress } from './progress';
import { reasonOf } from './reason';
import { findPeople } from './slack-people';
import { type CliWorld, type DatabaseConnection, type SlackApi, withDatabase } from './world';

const schema = z.object({
  program: nameOption("the program's name"),
  file: z.string('is missing: the roster, a CSV file'),
});

const details = `
The file is CSV in UTF-8 or Shift_JIS, with commas or tabs, and English or Japanese headers. If anything in it is
wrong, nothing is written and every fault is told. Importing a file again changes nothing.

Example:
  $ banso import --program "Web 26" roster.csv`;

export function addImport(program: Command, world: CliWorld): void {
  const command = takeAnything(program.command('import'))
    .argument('[file]', 'the roster')
    .description('add and update the learners of a program from a roster')
    .option('--program <name>', 'the program')
    .addHelpText('after', details)
    .action(() => runImport(world, readOptions(command, schema, ['file'])));
}

async function runImport(world: CliWorld, { program, file }: z.infer<typeof schema>): Promise<void> {
  const config = readConfig(world.env);
  const roster = readRoster(await readBytes(file));
  await withDatabase(world, config, async ({ db }) => {
    const scope = await findProgramScope(db, program);
    const people = await askForPeople(world, world.openSlack(config), db, scope, roster);
    const result = await withProgress(showProgress(world, 'Writing learners'), (progress) =>
      importRoster({ db, now: world.now(), enqueue: async () => undefined }, scope, roster, {
        people,
        actorId: null,
        onProgress: progress.at,
      }),
    );
    report(world, file, result);
  });
}

function report({ out }: CliWorld, file: string, result: ImportResult): void {
  if (result.kind === 'refused') {
    const count = result.faults.length === 1 ? '1 fault' : `${result.faults.length} faults`;
    throw new Failure(`${file}: ${count}, nothing was written.`, faultLines(result.faults));
  }
  out.write(`${result.added} added, ${result.changed} changed, ${result.unchanged} unchanged.\n`);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Failure(`${file} can't be read: ${reasonOf(error)}`);
  }
}

/** The mentors and advisors whom Banso does not know yet; who is no active user is left out. */
async function askForPeople(
  world: CliWorld,
  slack: SlackApi,
  db: DatabaseConnection['db'],
  scope: ProgramScope,
  roster: Roster,
): Promise<Person[]> {
  const strangers = await strangersIn(db, scope, roster);
  const { zone } = await loadProgramRules(db, scope);
  return withProgress(showProgress(world, 'Asking Slack about mentors and advisors'), async (progress) => {
    const found = await findPeople(slack, strangers, { ...scope, zone }, (done) =>
      progress.at(done, strangers.length),
    );
    return found.flatMap((it) => ('person' in it ? [it.person] : []));
  });
}

async function withProgress<T>(progress: Progress, work: (progress: Progress) => Promise<T>): Promise<T> {
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}
