import { SlackError } from '../errors';
import type { User } from './records';

/** The people of the workspace, and the bot. */
export class Users {
  #byId = new Map<string, User>();

  add(user: User): void {
    this.#byId.set(user.id, user);
  }

  find(id: string): User | undefined {
    return this.#byId.get(id);
  }

  /** @throws SlackError `user_not_found` */
  get(id: string): User {
    const user = this.#byId.get(id);
    if (!user) throw new SlackError('user_not_found');
    return user;
  }

  all(): User[] {
    return [...this.#byId.values()];
  }
}
