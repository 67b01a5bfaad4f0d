import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config';
import { describeError } from '../log';
import { addDoctor } from './doctor/command';
import { addExport } from './export';
import { Failure } from './failure';
import { addImport } from './import';
import { addMigrate } from './migrate';
import { addProgramAdd } from './program-add';
import type { CliWorld } from './world';

const details = `
Settings come from the environment and from .env (see README.md).
Exit codes: 0 done, 1 failed, 2 not used as it has to be, 78 settings missing or wrong.`;

/** Runs one command line ('migrate', 'import', …) and returns the exit code. Never throws. */
export async function runCli(words: readonly string[], world: CliWorld): Promise<number> {
  try {
    await assemble(world).parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error, world);
  }
}

function assemble(world: CliWorld): Command {
  const program = new Command('banso')
    .description('Banso: follow up learners together')
    .addHelpText('after', details)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.out.write(text),
      writeErr: (text) => world.err.write(text),
    });
  for (const add of [addMigrate, addDoctor, addProgramAdd, addImport, addExport]) add(program, world);
  return program;
}

/** Says what went wrong, without a stack, and gives the exit code. */
function explain(error: unknown, { err }: CliWorld): number {
  // Commander has written its own message; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Failure || error instanceof ConfigError) {
    err.write(`${error.message}\n`);
    return error.exitCode;
  }
  const { error: kind, code, reason, constraint } = describeError(error);
  const known = [kind, code, constraint, reason].filter((part) => part !== undefined).join(': ');
  err.write(`Banso failed (${known}).\n"banso doctor" says what may be wrong.\n`);
  return 1;
}
