import { en as allocation } from '#app/allocation/allocation.en.ts';
import { en as allocationBench } from '#app/allocation/bench.en.ts';
import { en as carryOver } from '#app/allocation/carry-over.en.ts';
import { en as allocationScreen } from '#app/allocation/screen.en.ts';
import { en as consultation } from '#app/consultation/consultation.en.ts';
import { en as comment } from '#app/council/comment.en.ts';
import { en as council } from '#app/council/council.en.ts';
import { en as pack } from '#app/council/pack.en.ts';
import { en as voice } from '#app/council/voice.en.ts';
import { en as cycle } from '#app/cycle/cycle.en.ts';
import { en as meeting } from '#app/cycle/meeting.en.ts';
import { en as exchange } from '#app/exchange/exchange.en.ts';
import { en as fillIn } from '#app/exchange/fill-in.en.ts';
import { en as list } from '#app/exchange/list.en.ts';
import { en as sheet } from '#app/exchange/sheet.en.ts';
import { en as framework } from '#app/framework/framework.en.ts';
import { en as funding } from '#app/funding/funding.en.ts';
import { en as audit } from '#app/identity/audit.en.ts';
import { en as identity } from '#app/identity/identity.en.ts';
import { en as indicatorDefinition } from '#app/indicator/definition.en.ts';
import { en as indicator } from '#app/indicator/indicator.en.ts';
import { en as tableRead } from '#app/ledger/table.en.ts';
import { en as unitTree } from '#app/ledger/tree.en.ts';
import { en as notice } from '#app/notice/notice.en.ts';
import { en as bodyKind } from '#app/organisation/body-kind.en.ts';
import { en as freePeriod } from '#app/organisation/free-period.en.ts';
import { en as organisation } from '#app/organisation/organisation.en.ts';
import { en as dispute } from '#app/participation/dispute.en.ts';
import { en as dossier } from '#app/participation/dossier.en.ts';
import { en as participation } from '#app/participation/participation.en.ts';
import { en as planChange } from '#app/plan/change.en.ts';
import { en as coherence } from '#app/plan/coherence.en.ts';
import { en as document } from '#app/plan/document.en.ts';
import { en as payer } from '#app/plan/payer.en.ts';
import { en as plan } from '#app/plan/plan.en.ts';
import { en as quote } from '#app/plan/quote.en.ts';
import { en as planStep } from '#app/plan/step.en.ts';
import { en as portal } from '#app/portal/portal.en.ts';
import { en as progress } from '#app/progress/progress.en.ts';
import { en as forecast } from '#app/realisation/forecast.en.ts';
import { en as intake } from '#app/realisation/intake.en.ts';
import { en as intakeRule } from '#app/realisation/intake-rule.en.ts';
import { en as realisation } from '#app/realisation/realisation.en.ts';
import { en as render } from '#app/render/render.en.ts';
import { en as chain } from '#app/report/chain.en.ts';
import { en as openCheck } from '#app/report/open-check.en.ts';
import { en as process } from '#app/report/process.en.ts';
import { en as report } from '#app/report/report.en.ts';
import { en as trace } from '#app/report/trace.en.ts';
import { en as carryOverRule } from '#app/scheme/carry-over-rule.en.ts';
import { en as requirement } from '#app/scheme/requirement.en.ts';
import { en as right } from '#app/scheme/right.en.ts';
import { en as scheme } from '#app/scheme/scheme.en.ts';
import { en as template } from '#app/scheme/template.en.ts';
import { en as ui } from '#app/ui/ui.en.ts';
import { en as app } from './app.en.ts';

/** Every module's texts, in one catalogue. */
export const en = {
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
