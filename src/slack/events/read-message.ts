import { z } from 'zod';

const stamp = z.string().regex(/^\d+\.\d+$/);

/** What a person wrote. Apps, joins and Slackbot's reminders look otherwise. */
const written = z.object({
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  hidden: z.literal(false).optional(),
  bot_id: z.never().optional(),
  app_id: z.never().optional(),
  user: z.string().refine((user) => user !== 'USLACKBOT'),
  ts: stamp,
  text: z.string().default(''),
  thread_ts: stamp.optional(),
  parent_user_id: z.string().optional(),
  edited: z.object({ ts: stamp }).optional(),
  files: z.array(z.object({ name: z.string().nullish() })).default([]),
});

const place = z.object({ channel_type: z.enum(['channel', 'group']), channel: z.string() });

const events = z.union([
  place.extend(written.shape),
  place.extend({ subtype: z.literal('message_changed'), message: written }),
  place.extend({
    subtype: z.literal('message_deleted'),
    event_ts: stamp,
    previous_message: written,
  }),
]);

type Written = z.infer<typeof written>;

/** What happened to a message that a person wrote in a channel. */
export type MessageEvent = { channel: string; message: Written } & (
  | { kind: 'posted' | 'edited' }
  | { kind: 'deleted'; at: Date }
);

/** Null: it is nothing that a person wrote. A link that Slack unfolds is no edit. */
export function readMessageEvent(event: unknown): MessageEvent | null {
  const { data } = events.safeParse(event);
  if (!data) return null;
  const { channel } = data;
  if (data.subtype === 'message_deleted') {
    return { kind: 'deleted', channel, message: data.previous_message, at: instantOf(data.event_ts) };
  }
  if (data.subtype !== 'message_changed') return { kind: 'posted', channel, message: data };
  return data.message.edited ? { kind: 'edited', channel, message: data.message } : null;
}

/** The instant that Slack's id of a message tells. */
export function instantOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}
