import { z } from 'zod';
import type { DoRequest } from '../protocol';
import { RequestRefused } from './refused';

const id = z.string().min(1).max(255);
const ts = z.string().regex(/^\d{10}\.\d{6}$/, 'expected a ts');
/** What Slack takes of a message. */
const text = z.string().max(40_000);
const values = z.record(id, z.record(id, z.unknown()));
const at = { channel: id, ts };
const target = z.union([z.literal('modal'), z.literal('home'), z.strictObject(at)]);
const element = { target, viewId: id.exactOptional(), blockId: id, actionId: id };

const doing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), channel: id, line: text }),
  z.strictObject({ kind: z.literal('say'), channel: id, text: text.min(1), threadTs: ts.exactOptional() }),
  z.strictObject({ kind: z.literal('edit'), ...at, text: text.min(1) }),
  z.strictObject({ kind: z.literal('delete'), ...at }),
  z.strictObject({ kind: z.literal('dismiss'), ts }),
  z.strictObject({
    kind: z.literal('act'),
    ...element,
    choice: z.unknown().exactOptional(),
    values: values.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('suggest'), ...element, query: text }),
  z.strictObject({ kind: z.literal('type'), viewId: id, values }),
  z.strictObject({ kind: z.literal('submit'), viewId: id, values }),
  z.strictObject({ kind: z.literal('close'), viewId: id }),
  z.strictObject({ kind: z.literal('global_shortcut'), callbackId: id }),
  z.strictObject({ kind: z.literal('message_shortcut'), callbackId: id, ...at }),
  z.strictObject({ kind: z.literal('open_home') }),
  z.strictObject({ kind: z.literal('read'), ...at }),
  z.strictObject({ kind: z.literal('locale'), locale: z.enum(['ja-JP', 'en-US']) }),
  z.strictObject({ kind: z.literal('move_clock'), to: z.enum(['next_morning', 'next_day', 'next_week']) }),
]);

export const doRequest: z.ZodType<DoRequest> = z.strictObject({ as: id, doing });

export const streamQuery = z.strictObject({ as: id });
export const messagesQuery = z.strictObject({ as: id, channel: id, before: ts.optional() });
export const threadQuery = z.strictObject({ as: id, ...at });
export const fileQuery = z.strictObject({ as: id, view: id, block: id, action: id, name: id });

/** @throws {RequestRefused} that names each place where something else was expected */
export function parseRequest<T>(schema: z.ZodType<T>, given: unknown): T {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);
  throw new RequestRefused(400, faults.join('; '));
}
