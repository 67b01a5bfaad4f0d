import { OperationFailed } from '../errors';
import { newId } from '../ids';
import { isObject } from '../json';
import type { Transport } from './delivery';

/** Asks the app to repeat a challenge. @throws OperationFailed `url_verification_failed` when it does not */
export async function verifyUrl(transport: Transport): Promise<void> {
  const challenge = newId('');
  const payload = { token: 'verification-token', challenge, type: 'url_verification' };
  const answer = await transport.send({ kind: 'events_api', payload });
  const repeated = isObject(answer) ? answer.challenge : answer;
  if (repeated !== challenge) throw new OperationFailed('url_verification_failed');
}
