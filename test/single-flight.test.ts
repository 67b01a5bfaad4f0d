import { singleFlight } from '../src/single-flight';

test('work under way is shared, and begun anew after it ended well or badly', async () => {
  const ends: { resolve(answer: string): void; reject(error: Error): void }[] = [];
  const ask = singleFlight(
    (_: string) => new Promise<string>((resolve, reject) => ends.push({ resolve, reject })),
  );
  const [first, second] = [ask('a'), ask('a')];
  expect(ends).toHaveLength(1);
  ends[0]?.resolve('one');
  expect(await Promise.all([first, second])).toEqual(['one', 'one']);
  const third = ask('b');
  ends[1]?.reject(new Error('away'));
  await expect(third).rejects.toThrow('away');
  const fourth = ask('c');
  ends[2]?.resolve('four');
  expect(await fourth).toBe('four');
});
