import type { InputBlock, Option } from '@slack/types';
import { type CareTeamPerson, careRoles } from '../../../domain/care';
import type { Audience } from '../../../domain/check-in';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { choice, field, typed } from '../../block-kit';
import { ids } from '../../ids';
import { plainLine } from '../../mrkdwn';
import { tickBoxes } from '../field-elements';

const { blocks } = ids;
export const urgent = 'urgent';

/**
 * Who else of the care team should know, and whether at once, where Banso can tell anybody. Somebody who was told stays
 * told: a correction still shows them.
 */
export function audienceBlocks(form: CheckInForm, t: Messages): InputBlock[] {
  const { learner, given } = form;
  const canTell = learner?.careTeam.some(({ userId }) => userId !== null) ?? false;
  return [audiencesField(form, t), ...(canTell || given.urgent ? [urgentField(form, t)] : [])];
}

function audiencesField({ learner, given }: CheckInForm, t: Messages): InputBlock {
  const told = given.flaggedFor ?? [];
  const team = learner?.careTeam ?? [];
  const roles = careRoles.filter(
    (role) => told.includes(role) || team.some((person) => person.role === role),
  );
  const options = [...roles.map((role) => roleOption(role, team, t)), choice('school', t.audiences.school)];
  const initial = options.filter(({ value }) => told.some((audience) => audience === value));
  return field({
    blockId: blocks.audiences,
    label: t.checkIn.audiences,
    hint: t.checkIn.audiencesHint,
    element: {
      type: 'checkboxes',
      options,
      ...(initial.length > 0 && { initial_options: initial }),
    },
  });
}

/** A role, and how its person hears of it. */
function roleOption(role: Audience, team: readonly CareTeamPerson[], t: Messages): Option {
  const { byMessage, byYourself, longestName } = t.care.audience;
  const option = choice(role, t.audiences[role]);
  const person = team.find((one) => one.role === role);
  if (!person) return option;
  const name = plainLine(person.name, longestName);
  return {
    ...option,
    description: typed(person.userId === null ? byYourself({ name }) : byMessage({ name })),
  };
}

function urgentField({ given }: CheckInForm, t: Messages): InputBlock {
  return field({
    blockId: blocks.urgent,
    label: t.care.urgent,
    element: tickBoxes([urgent], { [urgent]: t.care.urgentOption }, given.urgent ? [urgent] : []),
  });
}
