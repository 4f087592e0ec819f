/** What a reader sees when a page cannot be shown: what is wrong and where to go. */
export function ErrorScreen(props: {
  status: number;
  title: string;
  explanation: string;
  /** the nearest page that can be shown, before the way home */
  back?: { href: string; label: string } | null;
  home: string;
}) {
  return (
    <div className="error-screen">
      <p className="error-screen-status">{props.status}</p>
      <h1>{props.title}</h1>
      <p className="lead">{props.explanation}</p>
      <p className="row">
        {props.back ? <a href={props.back.href}>{props.back.label}</a> : null}
        <a href="/">{props.home}</a>
      </p>
    </div>
  );
}
