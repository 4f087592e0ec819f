import { useId } from 'react';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { Chart } from '#app/ui/chart-frame.tsx';
import { Money } from '#app/ui/money.tsx';
import { seriesClass } from '#app/ui/series.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { columnAt, nameLines, type Picture, type PlacedLink, type PlacedNode } from './sankey-place.ts';

type Props = {
  title: string;
  picture: Picture;
  /** names of funds, units and themes, by node key */
  names: Readonly<Record<string, string>>;
  /** colour of a theme, by its code */
  series: Readonly<Record<string, number>>;
  /** the address that shows the lines of a ribbon or node */
  href: (key: string) => string;
  chosen: string | null;
};

const heads = ['granted', 'allocated', 'budgeted', 'spent'] as const;

/** Money from grant to spending as ribbons; each opens its lines. On a phone the same as a list. */
export function Sankey({ title, picture, names, series, href, chosen }: Props) {
  const text = useText();
  const locale = useLocale();
  const ids = { title: useId(), description: useId() };
  const amount = (cents: number) => formatAmount(cents, 'keur', locale);
  const nameOf = (key: string) => names[key] ?? text(`trace.node.${key.split(':')[0]}`);
  const tone = (theme: string | null) => (theme === null ? 'flow-plain' : seriesClass(series[theme] ?? 6));
  const open = (key: string) => /(undivided|unbudgeted|left):$/.test(key);
  const sentence = (link: PlacedLink) =>
    `${nameOf(link.source)} → ${nameOf(link.target)}: ${amount(link.cents)}`;
  return (
    <Chart
      title={title}
      note={text('trace.flow.note')}
      table={<FlowTable picture={picture} nameOf={nameOf} href={href} caption={title} />}
    >
      <svg
        className="sankey"
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        aria-labelledby={ids.title}
        aria-describedby={ids.description}
      >
        <title id={ids.title}>{title}</title>
        <desc id={ids.description}>{text('trace.flow.description')}</desc>
        {heads.map((head, column) => (
          <text key={head} className="sankey-head" x={columnAt(column)} y="14">
            {text(`trace.column.${head}`)}
          </text>
        ))}
        {picture.links.map((link) => (
          <a key={link.key} href={href(link.key)} aria-label={sentence(link)}>
            <path
              className={`flow ${tone(link.theme)}${open(link.target) ? ' flow-open' : ''}${chosen === link.key ? ' flow-chosen' : ''}`}
              d={link.path}
              strokeWidth={link.width}
            >
              <title>{sentence(link)}</title>
            </path>
          </a>
        ))}
        {picture.nodes.map((node) => (
          <NodeMark
            key={node.key}
            node={node}
            name={nameOf(node.key)}
            amount={amount(node.cents)}
            href={href(node.key)}
            tone={`${node.kind === 'theme' ? tone(node.code ?? '') : open(node.key) ? 'node-open' : 'flow-plain'}${chosen === node.key ? ' node-chosen' : ''}`}
          />
        ))}
      </svg>
      <div className="sankey-list">
        {heads.map((head, column) => (
          <section key={head}>
            <h3>{text(`trace.column.${head}`)}</h3>
            <ul>
              {picture.nodes
                .filter((node) => node.column === column)
                .toSorted((a, b) => a.y - b.y)
                .map((node) => (
                  <li key={node.key}>
                    <a href={href(node.key)}>{nameOf(node.key)}</a>
                    <span className="money">{amount(node.cents)}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Chart>
  );
}

type Mark = { node: PlacedNode; name: string; amount: string; href: string; tone: string };

const lineHeight = 18;
/** of the text of a node, in the picture's own units: a character of a name, and of a figure */
const wide = { letter: 6.6, digit: 7.6 };

/** A block: bars where money comes in and goes out, the name between them, the figure at its end. */
function NodeMark({ node, name, amount, href, tone }: Mark) {
  const { x, y, width, height, cents, passed } = node;
  const room = width - 24 - 12 - amount.length * wide.digit;
  const lines = nameLines(name, { letters: Math.floor(room / wide.letter), lines: height > 50 ? 3 : 2 });
  const middle = y + height / 2;
  const first = middle - ((lines.length - 1) * lineHeight) / 2;
  return (
    <a href={href} className={tone}>
      <title>{`${name}: ${amount}`}</title>
      {height > lineHeight / 2 ? (
        <rect className="node-room" x={x} y={y} width={width} height={height} />
      ) : null}
      <rect
        className="node-bar"
        x={x}
        y={y}
        width={5}
        height={height * (passed.in > 0 ? passed.in / cents : 1)}
      />
      {passed.out > 0 && passed.in > 0 ? (
        <rect
          className="node-bar node-out"
          x={x + width - 2}
          y={y}
          width={2}
          height={(height * passed.out) / cents}
        />
      ) : null}
      <text dominantBaseline="central">
        {lines.map((line, i) => (
          <tspan key={line} x={x + 14} y={first + i * lineHeight}>
            {`${line} `}
          </tspan>
        ))}
      </text>
      <text
        className="sankey-amount"
        x={x + width - 12}
        y={middle}
        textAnchor="end"
        dominantBaseline="central"
      >
        {amount}
      </text>
    </a>
  );
}

type Rows = { picture: Picture; nameOf: (key: string) => string; href: Props['href']; caption: string };

function FlowTable({ picture, nameOf, href, caption }: Rows) {
  const text = useText();
  return (
    <DataTable
      caption={caption}
      rowHead={text('trace.flow.from')}
      columns={[
        { key: 'to', head: text('trace.flow.to'), kind: 'text' },
        { key: 'cents', head: 'k€' },
      ]}
      rows={picture.links.map((link) => ({
        key: link.key,
        head: nameOf(link.source),
        cells: {
          to: nameOf(link.target),
          cents: <Money value={link.cents} unit="keur" href={href(link.key)} />,
        },
      }))}
    />
  );
}
