import type { Command } from 'commander';
import { z } from 'zod';
import type { Config } from '../../config';
import { Failure } from '../failure';
import { readOptions, takeAnything } from '../options';
import { reasonOf } from '../reason';
import type { CliWorld, DatabaseConnection, SlackApi } from '../world';
import { checkDatabase, checkQueue, unreachable } from './database';
import { type Finding, lineOf, wrong } from './finding';
import { checkPrograms } from './programs';
import { checkSettings } from './settings';
import { checkSocketMode, checkToken } from './slack';

const details = `
Looks at every setting, the database and its schema, the queue, the Slack tokens and their scopes, each program's
channel and people. It changes nothing. Exits with 1 if anything is wrong.

Example:
  $ banso doctor`;

export function addDoctor(program: Command, world: CliWorld): void {
  const command = takeAnything(program.command('doctor'))
    .description('check that everything Banso needs is there, and say what to do where it is not')
    .addHelpText('after', details)
    .action(async () => {
      readOptions(command, z.object({}));
      await runDoctor(world);
    });
}

async function runDoctor(world: CliWorld): Promise<void> {
  const report = new Report(world);
  const { config, findings } = checkSettings(world.env);
  report.add(findings);
  if (config === null) throw new Failure('The rest is not checked before the settings are right.');
  const slack = world.openSlack(config);
  const hasToken = report.add(await checkToken(slack));
  report.add(await checkSocketMode(world, config));
  const connection = await openDatabase(world, config, report);
  if (connection) await checkStored(world, config, connection, hasToken ? slack : null, report);
  report.conclude();
}

async function openDatabase(
  world: CliWorld,
  config: Config,
  report: Report,
): Promise<DatabaseConnection | null> {
  try {
    return await world.openDatabase(config);
  } catch (error) {
    report.add([unreachable(error)]);
    return null;
  }
}

/** What needs the database; `slack` is null while its token does not work. */
async function checkStored(
  world: CliWorld,
  config: Config,
  { db, url, close }: DatabaseConnection,
  slack: SlackApi | null,
  report: Report,
): Promise<void> {
  try {
    const hasSchema = report.add(await checkDatabase(db));
    report.add(await checkQueue(world, config, url));
    if (hasSchema && slack) report.add(await checkPrograms(db, slack));
  } catch (error) {
    report.add([wrong(reasonOf(error), 'put this right and run the doctor again')]);
  } finally {
    await close();
  }
}

/** Prints findings as they come and counts what is wrong. */
class Report {
  private wrong = 0;

  constructor(private readonly world: CliWorld) {}

  /** @returns whether all of these are fine. */
  add(findings: readonly Finding[]): boolean {
    for (const finding of findings) this.world.out.write(`${lineOf(finding)}\n`);
    const wrongs = findings.filter(({ ok }) => !ok).length;
    this.wrong += wrongs;
    return wrongs === 0;
  }

  /** @throws {Failure} when anything is wrong. */
  conclude(): void {
    if (this.wrong > 0)
      throw new Failure(`${this.wrong} ${this.wrong === 1 ? 'thing is' : 'things are'} wrong.`);
  }
}
