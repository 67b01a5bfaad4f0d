import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { slackFailure } from '../outcome';

/** Draws an open modal again. Somebody who has closed it meanwhile needs no answer. */
export async function updateIfOpen(slack: WebClient, viewId: string, view: ModalView): Promise<void> {
  try {
    await slack.views.update({ view_id: viewId, view });
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind !== 'refused' || failure.code !== 'not_found') throw error;
  }
}
