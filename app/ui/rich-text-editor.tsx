import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { type ReactNode, useState } from 'react';
import type { RichDocument } from '#app/kernel/rich-text.ts';
import { Button } from './button.tsx';
import { useText } from './text.tsx';

/** Only what the stored document may hold (document/rich-text.ts); our stylesheet, for the policy on styles. */
const extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    heading: { levels: [3, 4] },
    link: { openOnClick: false, protocols: ['http', 'https', 'mailto'], defaultProtocol: 'https' },
  }),
];

export type EditorProps = {
  id: string;
  name: string;
  label: ReactNode;
  value: RichDocument | null;
  described: string | undefined;
  invalid: boolean;
  onChange?: (document: RichDocument) => void;
};

/** The section editor. Loaded only where someone writes; reading pages never carry it. */
export function RichTextEditor(props: EditorProps) {
  const [json, setJson] = useState(() => JSON.stringify(props.value ?? { type: 'doc', content: [] }));
  const editor = useEditor({
    extensions,
    content: props.value && props.value.content.length > 0 ? props.value : null,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        id: props.id,
        class: 'rich-area said',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${props.id}-label`,
        ...(props.described ? { 'aria-describedby': props.described } : {}),
        ...(props.invalid ? { 'aria-invalid': 'true' } : {}),
      },
    },
    onUpdate: ({ editor: current }) => {
      const document = current.getJSON() as RichDocument;
      setJson(JSON.stringify(document));
      props.onChange?.(document);
    },
  });
  return (
    <div className="rich">
      {editor ? <Tools editor={editor} label={props.label} /> : null}
      <EditorContent editor={editor} />
      <input type="hidden" name={props.name} value={json} />
    </div>
  );
}

function Tools({ editor, label }: { editor: Editor; label: ReactNode }) {
  const text = useText();
  const [linking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      heading: current.isActive('heading', { level: 3 }),
      subheading: current.isActive('heading', { level: 4 }),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      link: current.isActive('link'),
    }),
  });
  const run = () => editor.chain().focus();
  const acts = {
    bold: () => run().toggleBold().run(),
    italic: () => run().toggleItalic().run(),
    heading: () => run().toggleHeading({ level: 3 }).run(),
    subheading: () => run().toggleHeading({ level: 4 }).run(),
    bullets: () => run().toggleBulletList().run(),
    numbers: () => run().toggleOrderedList().run(),
    link: () => setLinking(!linking),
  };
  return (
    <>
      <fieldset className="rich-tools">
        <legend className="visually-hidden">
          {text('ui.text.tools', { label: typeof label === 'string' ? label : '' })}
        </legend>
        {(Object.keys(acts) as (keyof typeof acts)[]).map((name) => (
          <button
            key={name}
            type="button"
            className={`rich-tool tool-${name}`}
            aria-pressed={on[name]}
            onClick={acts[name]}
          >
            {text(`ui.text.${name}`)}
          </button>
        ))}
      </fieldset>
      {linking ? <LinkForm editor={editor} onDone={() => setLinking(false)} /> : null}
    </>
  );
}

/** Not a form element: it stands inside the form of the page. */
function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const text = useText();
  const [href, setHref] = useState<string>(editor.getAttributes('link').href ?? '');
  const apply = () => {
    const address = /^(https?:\/\/|mailto:)/i.test(href) ? href : `https://${href}`;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href.trim() === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link')) {
      chain
        .insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] })
        .run();
    } else chain.setLink({ href: address }).run();
    onDone();
  };
  return (
    <div className="rich-link">
      <input
        className="input"
        type="url"
        aria-label={text('ui.text.address')}
        placeholder="https://"
        value={href}
        // biome-ignore lint/a11y/noAutofocus: the person just asked for this field
        autoFocus
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            apply();
          } else if (event.key === 'Escape') onDone();
        }}
      />
      <Button type="button" small onClick={apply}>
        {text(href.trim() === '' ? 'ui.text.remove' : 'ui.text.apply')}
      </Button>
    </div>
  );
}
