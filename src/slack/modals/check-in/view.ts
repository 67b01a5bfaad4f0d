import type { ModalView } from '@slack/types';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { plain } from '../../block-kit';
import { ids } from '../../ids';
import { audienceBlocks } from './audience-blocks';
import { contactBlocks } from './contact-blocks';
import { learnerBlocks } from './learner-blocks';
import { type CheckInMeta, encodeCheckInMeta } from './meta';
import { nextContactBlocks } from './next-blocks';
import { promiseBlocks } from './promise-blocks';
import { sentMessageBlocks } from './sent-message';
import { studyBlocks } from './study-blocks';
import { wordsBlocks } from './words-blocks';

/**
 * The modal that logs or corrects a check-in (DESIGN.md 4, Logging). Only learner and outcome are required.
 *
 * It may be drawn again while somebody types (a learner was picked): all blocks keep their ids, so that
 * Slack keeps what stands in them, but those filled in beforehand for one learner: the unit, and a plan.
 */
export function checkInView(form: CheckInForm, t: Messages, meta: CheckInMeta): ModalView {
  const correcting = form.correcting !== null;
  const outsideTeam = form.learner?.mayPlan === false;
  return {
    type: 'modal',
    callback_id: correcting ? ids.views.correctCheckIn : ids.views.checkIn,
    private_metadata: encodeCheckInMeta(meta),
    title: plain(correcting ? t.checkIn.correctTitle : t.checkIn.title),
    submit: plain(correcting ? t.checkIn.save : t.checkIn.submit),
    close: plain(t.checkIn.cancel),
    blocks: [
      ...learnerBlocks(form, t),
      ...contactBlocks(form, t),
      ...studyBlocks(form, t),
      ...wordsBlocks(form, t),
      ...sentMessageBlocks(form, t),
      // One that was made while she supported the program can still be corrected.
      ...(outsideTeam && !form.given.promise ? [] : promiseBlocks(form, t)),
      ...(correcting || outsideTeam ? [] : nextContactBlocks(form, t)),
      ...audienceBlocks(form, t),
    ],
  };
}
