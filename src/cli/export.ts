import type { Command } from 'commander';
import { z } from 'zod';
import { readConfig } from '../config';
import type { ProgramScope } from '../domain/scope';
import { exportProgram } from '../usecases/export-program';
import { openExportFolder } from './export-folder';
import { nameOption, readOptions, takeAnything } from './options';
import { findProgramScope } from './program-scope';
import { showProgress } from './progress';
import { type CliWorld, type DatabaseConnection, withDatabase } from './world';

const schema = z.object({
  program: nameOption("the program's name"),
  out: z.string('is missing: the folder to write to').min(1, 'expected a folder'),
});

const details = `
Writes CSV files in UTF-8 that only you can read: learners, learner-states, care-team, pauses, check-ins, corrections,
promises, answers, supporters, policies, closures. The folder is to be new, empty, or the one of an earlier export, which is
replaced. learners.csv can be imported again.

Example:
  $ banso export --program "Web 26" --out web26-export`;

export function addExport(program: Command, world: CliWorld): void {
  const command = takeAnything(program.command('export'))
    .description('write all that is known of a program and its learners to CSV files')
    .option('--program <name>', 'the program')
    .option('--out <folder>', 'where to write')
    .addHelpText('after', details)
    .action(() => runExport(world, readOptions(command, schema)));
}

async function runExport(world: CliWorld, { program, out }: z.infer<typeof schema>): Promise<void> {
  const config = readConfig(world.env);
  await withDatabase(world, config, async ({ db }) => {
    const scope = await findProgramScope(db, program);
    const counts = await writeExport(world, db, scope, out);
    const files = Object.entries(counts).map(([name, rows]) => `  ${name}.csv: ${rows}\n`);
    world.out.write(`Wrote to ${out}:\n${files.join('')}`);
  });
}

async function writeExport(
  world: CliWorld,
  db: DatabaseConnection['db'],
  scope: ProgramScope,
  out: string,
): Promise<Record<string, number>> {
  const progress = showProgress(world, 'Rows written');
  const done = new Map<string, number>();
  const folder = await openExportFolder(out, (table, rows) => {
    done.set(table, rows);
    progress.at(
      [...done.values()].reduce((sum, count) => sum + count, 0),
      null,
    );
  });
  try {
    const context = { db, now: world.now(), enqueue: async () => undefined };
    const counts = await exportProgram(context, scope, { actorId: null, take: folder.take });
    await folder.finish();
    return counts;
  } catch (error) {
    await folder.discard();
    throw error;
  } finally {
    progress.end();
  }
}
