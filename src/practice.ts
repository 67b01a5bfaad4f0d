import { createLogger, describeError } from './log';
import { readOptions, UsageError } from './practice/options';
import { Interrupted, Stages } from './practice/stages';
import { stay } from './practice/stay';
import { TourFailed } from './practice/tour/guide';
import { runTour } from './practice/tour/tour';
import { closeOnSignal } from './signals';

/** Entry of the practice workspace: an emulated Slack, a database of its own, a sample program and Banso. */
async function main(): Promise<void> {
  const { tour, fresh } = readOptions(process.argv.slice(2));
  if (process.env.NODE_ENV === 'production') {
    throw new UsageError(
      'npm run practice: NODE_ENV is production, and a practice workspace has no place there',
    );
  }
  const logger = createLogger('warn');
  const stages = new Stages();
  closeOnSignal(logger, () => stages.close());
  const write = (text: string) => process.stdout.write(text);
  try {
    if (!tour) return await stay({ fresh, logger, write }, stages);
    await runTour(logger, stages, write);
    await stages.close();
  } catch (error) {
    await stages.close();
    throw error;
  }
}

main().catch((error: unknown) => {
  // Whoever interrupted the start knows why it ended; the signal's own close ends the process.
  if (error instanceof Interrupted) return;
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = error instanceof UsageError ? error.exitCode : 1;
});

function explain(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof TourFailed) return `The tour failed: ${error.message}`;
  const { reason, error: kind, at } = describeError(error);
  return `The practice workspace failed: ${reason ?? kind} (${at})\nTo start over: npm run practice -- --fresh`;
}
