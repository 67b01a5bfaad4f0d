import { chatDelete, chatGetPermalink, chatUpdate } from './chat-change';
import { chatPostEphemeral, chatPostMessage } from './chat-post';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './conversations';
import { filesInfo } from './files';
import { conversationsHistory, conversationsReplies } from './history';
import type { Method } from './method';
import { appsConnectionsOpen, authTest } from './session';
import { usersInfo, usersList } from './users';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views';

/** Every Web API method the emulator answers. */
const METHODS = {
  'apps.connections.open': appsConnectionsOpen,
  'auth.test': authTest,
  'chat.delete': chatDelete,
  'chat.getPermalink': chatGetPermalink,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.postMessage': chatPostMessage,
  'chat.update': chatUpdate,
  'conversations.history': conversationsHistory,
  'conversations.info': conversationsInfo,
  'conversations.list': conversationsList,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.replies': conversationsReplies,
  'files.info': filesInfo,
  'users.info': usersInfo,
  'users.list': usersList,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
} satisfies Record<string, Method>;

/** The coverage list. */
export const METHOD_NAMES: readonly string[] = Object.keys(METHODS);

export function findMethod(name: string): Method | undefined {
  return new Map<string, Method>(Object.entries(METHODS)).get(name);
}
