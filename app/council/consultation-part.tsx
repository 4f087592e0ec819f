import { getConsultation } from '#app/consultation/consultation.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/consultation-part';
import { listVoices } from './follow-up.server.ts';
import { canFollowUp, lacksAccount } from './follow-up.ts';
import { VoiceList } from './voice-list.tsx';

/** Within a consultation: per topic the measures that answer it, how they stand, and what was said to be done. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, consultation } = args.params;
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    // of another institution or scheme there is none
    await getConsultation(tx, actor, { scheme, id: consultation });
    const voices = await listVoices(tx, actor, { scheme, consultationId: consultation });
    return {
      today,
      voices: voices.map((one) => ({ ...one, mayAccount: lacksAccount(one) && canFollowUp(actor, one) })),
    };
  });
}

export default function ConsultationPart({ loaderData }: Route.ComponentProps) {
  const text = useText();
  if (loaderData.voices.length === 0) return null;
  return (
    <section aria-labelledby="you-said">
      <h2 id="you-said">{text('council.nav.follow-up')}</h2>
      <VoiceList voices={loaderData.voices} />
    </section>
  );
}
