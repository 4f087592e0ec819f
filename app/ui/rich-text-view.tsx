import { Fragment, type ReactNode } from 'react';
import type { RichBlock, RichDocument, RichInline, RichItem } from '#app/kernel/rich-text.ts';

/**
 * Stored section text on a page: plain elements, no editor. Whatever a document may hold that we do not
 * know is left out; links are only followed to http, https and mailto.
 * @param props.level the heading level that the section's own title has; headings in the text follow it
 */
export function RichTextView(props: { document: RichDocument; level?: 2 | 3 | 4 }) {
  const deeper = (props.level ?? 2) - 2;
  return (
    <div className="said rich-view">
      {props.document.content.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen document; its blocks have no identity
        <Block key={index} block={block} deeper={deeper} />
      ))}
    </div>
  );
}

function Block({ block, deeper }: { block: RichBlock; deeper: number }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inline content={block.content} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.attrs.level + deeper}` as 'h3' | 'h4' | 'h5' | 'h6';
      return (
        <Heading>
          <Inline content={block.content} />
        </Heading>
      );
    }
    case 'bulletList':
      return <ul>{block.content.map((item, index) => itemOf(item, index, deeper))}</ul>;
    case 'orderedList':
      return (
        <ol start={block.attrs?.start}>{block.content.map((item, index) => itemOf(item, index, deeper))}</ol>
      );
    default:
      return null;
  }
}

function itemOf(item: RichItem, key: number, deeper: number): ReactNode {
  return (
    <li key={key}>
      {item.content.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen document; its blocks have no identity
        <Block key={index} block={block} deeper={deeper} />
      ))}
    </li>
  );
}

function Inline({ content }: { content: RichInline[] | undefined }): ReactNode {
  return (content ?? []).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a frozen document; its parts have no identity
    <Fragment key={index}>
      {part.type === 'hardBreak' ? <br /> : part.type === 'text' ? marked(part) : null}
    </Fragment>
  ));
}

function marked(part: Extract<RichInline, { type: 'text' }>): ReactNode {
  let shown: ReactNode = part.text;
  for (const mark of part.marks ?? []) {
    if (mark.type === 'bold') shown = <strong>{shown}</strong>;
    else if (mark.type === 'italic') shown = <em>{shown}</em>;
    else if (mark.type === 'link' && /^(https?:\/\/|mailto:)/i.test(mark.attrs.href)) {
      shown = (
        <a href={mark.attrs.href} rel="noopener nofollow">
          {shown}
        </a>
      );
    }
  }
  return shown;
}
