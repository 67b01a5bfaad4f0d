import type { Command } from 'commander';
import { z } from 'zod';
import { readConfig } from '../config';
import { migrate } from '../db/migrate';
import { pendingMigrations } from '../db/migrations';
import { readOptions, takeAnything } from './options';
import { type CliWorld, withDatabase } from './world';

export function addMigrate(program: Command, world: CliWorld): void {
  const command = takeAnything(program.command('migrate'))
    .description('bring the database to the present schema; running it again does nothing')
    .addHelpText('after', '\nExample:\n  $ banso migrate')
    .action(async () => {
      readOptions(command, z.object({}));
      await runMigrate(world);
    });
}

async function runMigrate(world: CliWorld): Promise<void> {
  const config = readConfig(world.env);
  await withDatabase(world, config, async ({ db, url }) => {
    const pending = await pendingMigrations(db);
    for (const name of pending) world.err.write(`Applying ${name}\n`);
    await migrate(url);
    await world.migrateQueue(config, url);
    world.out.write(
      pending.length > 0 ? 'The database is up to date.\n' : 'The database was up to date already.\n',
    );
  });
}
