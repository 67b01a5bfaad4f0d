import { Interrupted, Stages } from '../../src/practice/stages';

/** Something that starts once it is let, and notes when it is closed. */
function slowStart(name: string, closed: string[]) {
  let ready: () => void = () => undefined;
  const started = new Promise<string>((resolve) => {
    ready = () => resolve(name);
  });
  return { start: () => started, close: async () => void closed.push(name), ready: () => ready() };
}

describe('the stages of a start', () => {
  it('close in the opposite order, once', async () => {
    const closed: string[] = [];
    const stages = new Stages();
    for (const name of ['database', 'slack', 'banso']) {
      await stages.begin(
        async () => name,
        async (started) => void closed.push(started),
      );
    }
    await Promise.all([stages.close(), stages.close()]);
    expect(closed).toEqual(['banso', 'slack', 'database']);
  });

  it('close whatever was begun, also after one that fails to close, and say so', async () => {
    const closed: string[] = [];
    const stages = new Stages();
    await stages.begin(
      async () => 'database',
      async (started) => void closed.push(started),
    );
    await stages.begin(
      async () => 'slack',
      async () => {
        throw new Error('slack does not close');
      },
    );
    await expect(stages.close()).rejects.toThrow('slack does not close');
    expect(closed).toEqual(['database']);
  });

  it('tell what is on its way up that it may give up', async () => {
    const closed: string[] = [];
    const stages = new Stages();
    await stages.begin(
      async () => 'database',
      async (started) => void closed.push(started),
    );
    const begun = stages.begin(
      (ending) =>
        new Promise<never>((_, reject) => ending.addEventListener('abort', () => reject(ending.reason))),
    );
    const refused = expect(begun).rejects.toThrow('aborted');
    await stages.close();
    await refused;
    expect(closed).toEqual(['database']);
  });

  it('wait for what is on its way up, and close it too', async () => {
    const closed: string[] = [];
    const stages = new Stages();
    const slow = slowStart('database', closed);
    const begun = stages.begin(slow.start, slow.close);
    const refused = expect(begun).rejects.toThrow(Interrupted);
    const closing = stages.close();
    expect(closed).toEqual([]);
    slow.ready();
    await closing;
    await refused;
    expect(closed).toEqual(['database']);
  });

  it('start nothing more once they close', async () => {
    const stages = new Stages();
    await stages.close();
    const start = jest.fn(async () => 'late');
    await expect(stages.begin(start)).rejects.toThrow(Interrupted);
    expect(start).not.toHaveBeenCalled();
  });

  it('close the others when one does not start', async () => {
    const closed: string[] = [];
    const stages = new Stages();
    await stages.begin(
      async () => 'database',
      async (started) => void closed.push(started),
    );
    await expect(stages.begin(() => Promise.reject(new Error('no port')))).rejects.toThrow('no port');
    await stages.close();
    expect(closed).toEqual(['database']);
  });
});
