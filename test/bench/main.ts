import { benchCheckIn } from './check-in';
import { benchSweep } from './sweep';

const benches: Record<string, () => Promise<boolean>> = { checkin: benchCheckIn, sweep: benchSweep };

/** `npm run bench -- checkin`, `npm run bench -- sweep`; exit code 1 when a bound is missed. */
async function main(name = ''): Promise<void> {
  const bench = benches[name];
  if (!bench) throw new Error(`bench: "${name}": expected one of ${Object.keys(benches).join(', ')}`);
  process.exitCode = (await bench()) ? 0 : 1;
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
