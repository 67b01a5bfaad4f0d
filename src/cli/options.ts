import type { Command } from 'commander';
import { z } from 'zod';
import { isCountry } from '../domain/calendar';
import { isZone } from '../domain/dates';
import { isSlackChannelId, isSlackUserId } from '../domain/slack-ids';
import { UsageError } from './failure';

/** Names as people type them: trimmed, kana with their marks. */
export const nameOption = (what: string) =>
  z
    .string(`is missing: ${what}`)
    .trim()
    .normalize()
    .min(1, `expected ${what}`)
    .max(100, 'expected 100 characters at most');

export const zoneOption = z.string().refine(isZone, 'expected an IANA time zone such as Asia/Tokyo');
export const localeOption = z.enum(['ja', 'en'], 'expected ja or en');
export const timeOption = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected HH:MM, such as 09:00');
export const countryOption = z.string().refine(isCountry, 'expected a country code in capitals such as JP');

export const channelOption = z
  .string("is missing: the id of the team's channel, such as C024BE91L (at the end of its details in Slack)")
  .refine(isSlackChannelId, 'expected a channel id such as C024BE91L');

/** A whole number within bounds, both inclusive. */
export const countOption = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `expected a whole number, ${least} to ${most}`)
    .transform(Number)
    .refine((count) => count >= least && count <= most, `expected ${least} to ${most}`);

/** Slack user ids, each value one or several with commas between. */
export const userIdsOption = z
  .array(z.string())
  .default([])
  .transform((values) => [...new Set(values.flatMap((value) => value.split(',')).map((id) => id.trim()))])
  .transform((ids) => ids.filter((id) => id !== ''))
  .refine((ids) => ids.every(isSlackUserId), {
    error: ({ input }) => `expected Slack user ids such as U024BE7LH; ${notIds(input)} is none`,
  });

function notIds(input: unknown): string {
  return Array.isArray(input) ? input.filter((id) => !isSlackUserId(String(id))).join(', ') : String(input);
}

/**
 * A command's options and arguments as its schema wants them. The command takes whatever is typed
 * (takeAnything), so that everything wrong is told at once.
 * @throws {UsageError}
 */
export function readOptions<T>(
  command: Command,
  schema: z.ZodType<T>,
  argumentNames: readonly string[] = [],
): T {
  const given = { ...command.opts<Record<string, unknown>>() };
  const surplus = command.args.filter((word) => word.startsWith('-'));
  const words = command.args.filter((word) => !word.startsWith('-'));
  for (const [index, name] of argumentNames.entries()) given[name] = words[index];
  const parsed = schema.safeParse(given);
  const problems = parsed.success ? [] : problemsOf(parsed.error, given, argumentNames);
  problems.push(...surplus.map((word) => `${word} is no option of this command`));
  if (surplus.length === 0) {
    problems.push(...words.slice(argumentNames.length).map((word) => `"${word}" is one word too many`));
  }
  if (!parsed.success || problems.length > 0) {
    throw new UsageError(fullName(command), [
      ...problems,
      `"${fullName(command)} --help" shows how it is used`,
    ]);
  }
  return parsed.data;
}

/** Leaves it to readOptions to refuse what the command does not know. */
export function takeAnything(command: Command): Command {
  return command.allowUnknownOption().allowExcessArguments();
}

function problemsOf(
  error: z.ZodError,
  given: Record<string, unknown>,
  argumentNames: readonly string[],
): string[] {
  return error.issues.map(({ path: [name = ''], message }) => {
    const key = String(name);
    const shown = argumentNames.includes(key) ? key.toUpperCase() : `--${kebab(key)}`;
    if (isAbsent(given[key])) return `${shown} ${message}`;
    return `${shown}: "${String(given[key])}" can't be used: ${message}`;
  });
}

function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function fullName(command: Command): string {
  const parent = command.parent?.parent ? `${command.parent.name()} ` : '';
  return `${parent}${command.name()}`;
}
