import { tzOffset } from '@date-fns/tz';

const minute = 60;

/** An instant in Unix seconds as the clocks of an IANA zone show it: YYYY-MM-DDTHH:MM. */
export function toWallTime(seconds: number, zone: string): string {
  return asText(seconds + offsetAt(seconds, zone));
}

/**
 * The instant in Unix seconds at which clocks of the zone show this (YYYY-MM-DDTHH:MM). A time that clocks skip in
 * spring is taken as if they had not been put forward yet.
 */
export function fromWallTime(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall}Z`) / 1000;
  const first = asUtc - offsetAt(asUtc, zone);
  const second = asUtc - offsetAt(first, zone);
  // Around a change of the clocks the first guess may lie on its wrong side.
  return offsetAt(second, zone) === offsetAt(first, zone) ? second : first;
}

function offsetAt(seconds: number, zone: string): number {
  return tzOffset(zone, new Date(seconds * 1000)) * minute;
}

function asText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16);
}
