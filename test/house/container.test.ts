import { existsSync, readFileSync } from 'node:fs';
import { type Dockerfile, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { parse } from 'yaml';
import { projectPath } from '../support/source';

function read(file: string): string {
  return readFileSync(projectPath(file), 'utf8');
}

/** The instructions of the last stage: what runs. */
function runtimeStage(): { keyword: string; text: string }[] {
  const all = parseDockerfile().getInstructions();
  const stages = all.filter((it) => it.getKeyword() === 'FROM');
  const last = all.lastIndexOf(stages.at(-1) ?? all[0] ?? fail('an instruction'));
  return all.slice(last).map((it) => ({ keyword: it.getKeyword(), text: textOf(it) }));
}

/** Flags and arguments; `getArgumentsContent` leaves the flags out. */
function textOf(instruction: Instruction): string {
  return instruction.getTextContent().slice(instruction.getKeyword().length).trim();
}

function parseDockerfile(): Dockerfile {
  return DockerfileParser.parse(read('Dockerfile'));
}

function fail(what: string): never {
  throw new Error(`Dockerfile: expected ${what}`);
}

function runtime(keyword: string): string[] {
  return runtimeStage()
    .filter((it) => it.keyword === keyword)
    .map((it) => it.text);
}

describe('the image', () => {
  it('is built in stages: what builds does not run', () => {
    const stages = parseDockerfile()
      .getFROMs()
      .map((from) => from.getBuildStage());
    expect(stages).toEqual(['build', 'dependencies', 'runtime']);
    expect(runtime('RUN')).toEqual([]);
  });

  it('takes the Node that the package supports', () => {
    const images = parseDockerfile()
      .getFROMs()
      .map((from) => from.getImage());
    expect(new Set(images)).toEqual(new Set(['node:22-bookworm-slim']));
  });

  it('runs without root, as production, from the compiled code', () => {
    expect(runtime('USER')).toEqual(['node']);
    expect(runtime('ENV')).toEqual(['NODE_ENV=production']);
    expect(runtime('CMD')).toEqual(['["node", "dist/main.js"]']);
  });

  it('holds only dependencies of production, and the migrations', () => {
    const installs = parseDockerfile()
      .getInstructions()
      .map((it) => it.getArgumentsContent() ?? '')
      .filter((text) => text.startsWith('npm ci'));
    expect(installs.at(-1)).toContain('--omit=dev');
    const copied = runtime('COPY').join('\n');
    expect(copied).toContain('--from=dependencies /app/node_modules');
    expect(copied).toContain('--from=build /app/dist');
    expect(copied).toContain('migrations');
  });

  it('copies files that exist', () => {
    const sources = parseDockerfile()
      .getCOPYs()
      .filter((copy) => copy.getFromFlag() === null)
      .flatMap((copy) => copy.getArguments().slice(0, -1))
      .map((argument) => argument.getValue());
    expect(sources.length).toBeGreaterThan(4);
    expect(sources.filter((file) => !existsSync(projectPath(file)))).toEqual([]);
  });

  it('asks /healthz how it is, with nothing but Node', () => {
    const [check = ''] = runtime('HEALTHCHECK');
    expect(check).toMatch(/CMD \["node", "-e", ".*127\.0\.0\.1:.*\/healthz/s);
    const [, program = ''] = /"-e", "(.*)"\]/s.exec(check) ?? [];
    expect(() => new Function(program)).not.toThrow();
  });

  it('keeps secrets and data out of the build', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.env.*', '.data', '.git', 'node_modules', 'dist']),
    );
  });
});

interface Service {
  image?: string;
  command?: string[];
  restart?: string;
  env_file?: string;
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
  stop_grace_period?: string;
}

describe('docker compose', () => {
  const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
    read('docker-compose.yml'),
    { merge: true },
  );
  const service = (name: string): Service => compose.services[name] ?? {};

  it('has the five services', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'redis', 'migrate', 'bot', 'worker']);
  });

  it.each(['postgres', 'redis'])('%s keeps its data and says when it is healthy', (name) => {
    const { volumes = [], healthcheck, restart } = service(name);
    const [volume = ''] = volumes.map((it) => it.split(':')[0] ?? '');
    expect(compose.volumes).toHaveProperty(volume);
    expect(healthcheck?.test?.[0]).toBe('CMD');
    expect(restart).toBe('unless-stopped');
  });

  it('migrates once, when Postgres answers', () => {
    expect(service('migrate')).toMatchObject({
      command: ['node', 'dist/cli.js', 'migrate'],
      restart: 'no',
      depends_on: { postgres: { condition: 'service_healthy' } },
    });
  });

  it.each(['bot', 'worker'])('%s runs its role, after the migration, with Postgres and Redis', (name) => {
    expect(service(name)).toMatchObject({
      image: 'banso',
      env_file: '.env',
      restart: 'unless-stopped',
      stop_grace_period: '15s',
      environment: {
        NODE_ENV: 'production',
        ROLES: name,
        DATABASE_URL: expect.stringMatching(/^postgres:\/\/banso:.*@postgres:5432\/banso$/),
        REDIS_URL: 'redis://redis:6379',
      },
      depends_on: {
        migrate: { condition: 'service_completed_successfully' },
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      },
    });
    expect(service(name).healthcheck).toBeUndefined();
  });

  it('opens only the bot to the outside', () => {
    const open = Object.entries(compose.services).filter(([, it]) => it.ports);
    expect(open.map(([name, it]) => [name, it.ports])).toEqual([['bot', [expect.stringMatching(/:3000$/)]]]);
  });

  it('never lets Redis drop jobs', () => {
    expect(service('redis').command?.join(' ')).toContain('--maxmemory-policy noeviction');
  });
});
