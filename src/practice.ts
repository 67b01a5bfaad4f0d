import { createLogger, describeError } from './log';
import { readOptions, UsageError } from './practice/options';
import { Stages } from './practice/stages';
import { stay } from './practice/stay';
import { TourFailed } from './practice/tour/guide';
import { runTour } from './practice/tour/tour';
import { endWithNpm } from './practice/with-npm';
import { closeOnSignal } from './signals';

/** Whether the person, and no fault, ends it all. */
let interrupted = false;

/** Entry of the practice workspace: an emulated Slack, a database of its own, a sample program and Banso. */
async function main(): Promise<void> {
  const { tour, ...staying } = readOptions(process.argv.slice(2));
  if (process.env.NODE_ENV === 'production') {
    throw new UsageError('npm run practice: NODE_ENV is production, and practice is not for production');
  }
  const logger = createLogger('warn');
  const stages = new Stages();
  closeOnSignal(logger, () => {
    interrupted = true;
    return stages.close();
  });
  endWithNpm();
  endOnSurprise(stages);
  const write = (text: string) => process.stdout.write(text);
  try {
    if (!tour) return await stay({ ...staying, logger, write }, stages);
    await runTour(logger, stages, write);
    await stages.close();
  } catch (error) {
    await stages.close();
    throw error;
  }
}

main().catch((error: unknown) => {
  // Ctrl-C reaches what we run as well, and its failure may come to our ears before the signal does.
  setImmediate(() => {
    if (interrupted) return;
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = error instanceof UsageError ? error.exitCode : 1;
  });
});

/** An error that nobody handled ends it all, database and emulated Slack included. */
function endOnSurprise(stages: Stages): void {
  const end = (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    stages.close().then(
      () => process.exit(1),
      () => process.exit(1),
    );
  };
  process.once('uncaughtException', end);
  process.once('unhandledRejection', end);
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof TourFailed) return `The tour failed: ${error.message}`;
  const { reason, error: kind, at } = describeError(error);
  return `The practice workspace failed: ${reason ?? kind} (${at})\nTo start over: npm run practice -- --fresh`;
}
