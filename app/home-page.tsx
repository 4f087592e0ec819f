import { useText } from './ui/text.tsx';

export default function HomePage() {
  const text = useText();
  return <h1>{text('nav.work')}</h1>;
}
