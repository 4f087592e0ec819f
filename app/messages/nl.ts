import { nl as allocation } from '#app/allocation/allocation.nl.ts';
import { nl as allocationBench } from '#app/allocation/bench.nl.ts';
import { nl as carryOver } from '#app/allocation/carry-over.nl.ts';
import { nl as allocationScreen } from '#app/allocation/screen.nl.ts';
import { nl as consultation } from '#app/consultation/consultation.nl.ts';
import { nl as comment } from '#app/council/comment.nl.ts';
import { nl as council } from '#app/council/council.nl.ts';
import { nl as pack } from '#app/council/pack.nl.ts';
import { nl as voice } from '#app/council/voice.nl.ts';
import { nl as cycle } from '#app/cycle/cycle.nl.ts';
import { nl as meeting } from '#app/cycle/meeting.nl.ts';
import { nl as exchange } from '#app/exchange/exchange.nl.ts';
import { nl as fillIn } from '#app/exchange/fill-in.nl.ts';
import { nl as list } from '#app/exchange/list.nl.ts';
import { nl as sheet } from '#app/exchange/sheet.nl.ts';
import { nl as framework } from '#app/framework/framework.nl.ts';
import { nl as funding } from '#app/funding/funding.nl.ts';
import { nl as audit } from '#app/identity/audit.nl.ts';
import { nl as identity } from '#app/identity/identity.nl.ts';
import { nl as indicatorDefinition } from '#app/indicator/definition.nl.ts';
import { nl as indicator } from '#app/indicator/indicator.nl.ts';
import { nl as tableRead } from '#app/ledger/table.nl.ts';
import { nl as unitTree } from '#app/ledger/tree.nl.ts';
import { nl as notice } from '#app/notice/notice.nl.ts';
import { nl as bodyKind } from '#app/organisation/body-kind.nl.ts';
import { nl as freePeriod } from '#app/organisation/free-period.nl.ts';
import { nl as organisation } from '#app/organisation/organisation.nl.ts';
import { nl as dispute } from '#app/participation/dispute.nl.ts';
import { nl as dossier } from '#app/participation/dossier.nl.ts';
import { nl as participation } from '#app/participation/participation.nl.ts';
import { nl as planChange } from '#app/plan/change.nl.ts';
import { nl as coherence } from '#app/plan/coherence.nl.ts';
import { nl as document } from '#app/plan/document.nl.ts';
import { nl as payer } from '#app/plan/payer.nl.ts';
import { nl as plan } from '#app/plan/plan.nl.ts';
import { nl as quote } from '#app/plan/quote.nl.ts';
import { nl as planStep } from '#app/plan/step.nl.ts';
import { nl as portal } from '#app/portal/portal.nl.ts';
import { nl as progress } from '#app/progress/progress.nl.ts';
import { nl as forecast } from '#app/realisation/forecast.nl.ts';
import { nl as intake } from '#app/realisation/intake.nl.ts';
import { nl as intakeRule } from '#app/realisation/intake-rule.nl.ts';
import { nl as realisation } from '#app/realisation/realisation.nl.ts';
import { nl as render } from '#app/render/render.nl.ts';
import { nl as chain } from '#app/report/chain.nl.ts';
import { nl as openCheck } from '#app/report/open-check.nl.ts';
import { nl as process } from '#app/report/process.nl.ts';
import { nl as report } from '#app/report/report.nl.ts';
import { nl as trace } from '#app/report/trace.nl.ts';
import { nl as carryOverRule } from '#app/scheme/carry-over-rule.nl.ts';
import { nl as requirement } from '#app/scheme/requirement.nl.ts';
import { nl as right } from '#app/scheme/right.nl.ts';
import { nl as scheme } from '#app/scheme/scheme.nl.ts';
import { nl as template } from '#app/scheme/template.nl.ts';
import { nl as ui } from '#app/ui/ui.nl.ts';
import { nl as app } from './app.nl.ts';

/** Every module's texts, in one catalogue. */
export const nl = {
  ...app,
  ...ui,
  ...audit,
  ...identity,
  ...organisation,
  ...bodyKind,
  ...freePeriod,
  ...framework,
  ...scheme,
  ...right,
  ...requirement,
  ...carryOverRule,
  ...template,
  ...funding,
  ...allocation,
  ...allocationScreen,
  ...allocationBench,
  ...carryOver,
  ...plan,
  ...coherence,
  ...quote,
  ...payer,
  ...document,
  ...planStep,
  ...planChange,
  ...participation,
  ...dispute,
  ...dossier,
  ...realisation,
  ...intake,
  ...intakeRule,
  ...forecast,
  ...indicator,
  ...indicatorDefinition,
  ...consultation,
  ...progress,
  ...portal,
  ...cycle,
  ...meeting,
  ...council,
  ...comment,
  ...pack,
  ...voice,
  ...notice,
  ...render,
  ...report,
  ...process,
  ...chain,
  ...openCheck,
  ...trace,
  ...exchange,
  ...tableRead,
  ...unitTree,
  ...fillIn,
  ...list,
  ...sheet,
};
