import type { Ephemeral, Refusal, Scene, StreamEvent } from '../../protocol';

/** How many refusals the page keeps. */
const mostRefusals = 20;

/** The scene after an event of the stream; null until the first one came. */
export function applyToScene(scene: Scene | null, event: StreamEvent): Scene | null {
  if (event.kind === 'scene') return event.scene;
  if (!scene) return null;
  switch (event.kind) {
    case 'ephemeral':
      return { ...scene, ephemerals: withEphemeral(scene.ephemerals, event.ephemeral) };
    case 'ephemeral_deleted':
      return { ...scene, ephemerals: scene.ephemerals.filter(({ ts }) => ts !== event.ts) };
    case 'modals':
      return { ...scene, modals: event.modals };
    case 'home':
      return { ...scene, home: event.home };
    case 'people':
      return withPeople(scene, event.people);
    case 'conversations':
      return { ...scene, conversations: event.conversations };
    case 'refusal':
      return { ...scene, refusals: lastOf([...scene.refusals, event.refusal]) };
    case 'clock':
      return { ...scene, clock: event.clock };
    default:
      return scene;
  }
}

function withEphemeral(all: Ephemeral[], ephemeral: Ephemeral): Ephemeral[] {
  return [...all.filter(({ ts }) => ts !== ephemeral.ts), ephemeral];
}

function withPeople(scene: Scene, people: Scene['people']): Scene {
  const me = people.find(({ id }) => id === scene.me.id) ?? scene.me;
  return { ...scene, people, me };
}

function lastOf(refusals: Refusal[]): Refusal[] {
  return refusals.slice(-mostRefusals);
}
