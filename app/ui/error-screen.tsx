/** What a reader sees when a page cannot be shown: what is wrong and where to go. */
export function ErrorScreen(props: { status: number; title: string; explanation: string; home: string }) {
  return (
    <div className="error-screen">
      <p className="error-screen-status">{props.status}</p>
      <h1>{props.title}</h1>
      <p className="lead">{props.explanation}</p>
      <p>
        <a href="/">{props.home}</a>
      </p>
    </div>
  );
}
