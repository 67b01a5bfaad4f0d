import { useWorkspace } from '../workspace';
import { type Json, textOf, wordsOf } from './json';

/** An image's words: the page fetches nothing from outside. */
export function ImageNote({ alt, title = '' }: { alt: string; title?: string }) {
  const { t } = useWorkspace();
  return (
    <figure className="image-note">
      {title !== '' && <figcaption>{title}</figcaption>}
      <p>{t.blocks.image(alt)}</p>
    </figure>
  );
}

export function Video({ block }: { block: Json }) {
  const title = wordsOf(block.title);
  const description = wordsOf(block.description);
  return (
    <figure className="image-note">
      <figcaption>
        <a href={textOf(block.video_url)} target="_blank" rel="noreferrer">
          {title === '' ? textOf(block.alt_text) : title}
        </a>
      </figcaption>
      {description !== '' && <p>{description}</p>}
    </figure>
  );
}
