import type { KnownBlock, ModalView } from '@slack/types';
import type { Messages } from '../../../i18n';
import { context, field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { cutList } from '../../messages/fold';
import { bold, line } from '../../mrkdwn';
import { peopleSelect } from '../field-elements';
import { mostPeople } from '../limits';
import { encodePeopleMeta, type PeopleMeta } from './meta';

/** What the modal of a program's people shows. */
export interface PeopleForm {
  programName: string;
  leads: readonly string[];
  supporters: readonly string[];
  /** People of the channel who aren't on the team: the first of them, and how many there are besides. */
  notYet: { userIds: readonly string[]; more: number };
  /** What would happen to the learners of those who leave; empty: nobody has been asked to leave yet. */
  leaving: readonly { name: string; learnerCount: number }[];
}

const longestName = 60;

export function peopleView(form: PeopleForm, t: Messages, meta: PeopleMeta): ModalView {
  const { leads, supporters } = form;
  // A team that is larger already stays as it is.
  const most = Math.max(mostPeople, leads.length, supporters.length);
  return {
    type: 'modal',
    callback_id: ids.views.people,
    private_metadata: encodePeopleMeta(meta),
    title: plain(t.people.title),
    submit: plain(form.leaving.length > 0 ? t.people.confirm : t.people.submit),
    close: plain(t.people.cancel),
    blocks: [
      ...leavingBlocks(form, t),
      section(t.people.intro({ program: bold(line(form.programName, longestName)) })),
      field({
        blockId: ids.blocks.leads,
        label: t.people.leads,
        element: peopleSelect(leads, most),
        required: true,
      }),
      field({
        blockId: ids.blocks.supporters,
        label: t.people.supporters,
        element: peopleSelect(supporters, most),
      }),
      ...notYetBlocks(form, t),
    ],
  };
}

/** Said before it is done, above all else. */
function leavingBlocks({ leaving }: PeopleForm, t: Messages): KnownBlock[] {
  if (leaving.length === 0) return [];
  const items = leaving.map(({ name, learnerCount }) =>
    t.people.leaves({ person: bold(line(name, longestName)), n: learnerCount }),
  );
  const words = cutList(bold(t.people.leaving), { items, more: 0 }, t.lists.more);
  return [section(words), context(t.people.afterwards), { type: 'divider' }];
}

function notYetBlocks({ notYet: { userIds, more } }: PeopleForm, t: Messages): KnownBlock[] {
  if (userIds.length === 0) return [];
  const people = userIds.map((userId) => `<@${userId}>`).join(' ');
  return [context(more === 0 ? t.people.notYet({ people }) : t.people.notYetMore({ people, n: more }))];
}
