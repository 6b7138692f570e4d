import { upperFirst } from '../../../src/report/sentences/upper-first.ts';
import { verdictText } from '../../../src/report/sentences/verdict.ts';
import { plain } from '../../../src/report/plain.ts';
import type { Verification } from '../../../src/runs/verify.ts';
import { madeAt } from '../made-at.ts';
import type { VerifyWords } from '../verify-words.ts';

export const verifyWords: VerifyWords = {
  title: 'Check a recorded decision',
  about:
    'Runs a recorded decision again, from the texts and options that the record holds, and compares every figure to the last bit. Records are saved with the best plan, or written by the command line.',
  ask: 'Run it again',
  record: 'Record',
  hint: 'The record is run in this browser and leaves it as little as anything else. The scenarios that are open stay as they are.',
  open: 'Open a record…',
  drop: 'Drop the record here',
  empty: 'Put in a record first: open or drop its file, or paste its text.',
  tooLarge: 'This is too large for a record: more than 5 MB.',
  headline: (found) => ({
    first: upperFirst(verdictText(found)),
    rest: [madeText(found), ...alteredTexts(found), ADVICE[found.verdict]],
  }),
  sure: () => [
    'A hash proves that nothing was changed by accident; against someone who makes a new record it proves nothing, so keep records where only those who decide can write.',
  ],
  same: 'the same',
  differs: 'differs',
  decision: {
    title: 'The decision',
    caption: (currency) => `Recorded and found again; money in ${currency}, spend over the whole plan`,
    columns: ['Part', 'Recorded', 'Found again', 'To the last bit'],
    rows: {
      plan: 'Plan',
      expectedProfit: 'Expected profit',
      worstTenth: 'Mean of the worst tenth',
      chanceOfLoss: 'Chance of a loss',
    },
    spend: (channel) => `Spend on ${channel}`,
    spendIn: (channel, unit, period) => `Spend on ${channel}, ${unit} ${period}`,
    plans: { today: "today's", recommended: 'recommended', nearest: 'nearest' },
  },
  said: { title: 'What was said of it', recorded: 'Only in the record:', found: 'Only found again:' },
  inputs: {
    title: 'What it rests on',
    caption: 'Version of the engine, and SHA-256 of texts and of the whole report: their first 16 places',
    columns: ['Part', 'Recorded', 'Here', 'Verdict'],
    engine: 'Engine',
    file: (name) => `Text of ${name}`,
    report: 'The whole report',
  },
  options: {
    title: 'Options',
    caption: 'With which it was run again, as recorded; all others are the usual ones',
    columns: ['Option', 'Value'],
    command: 'Command',
    names: {
      seed: 'Seed',
      method: 'Way of drawing',
      draws: 'Draws on which plans are judged',
      precision: 'Draw until the noise of mean profit is below this share',
      searchDraws: 'Draws on which the plan is searched',
      gap: 'Gap at which a search stops',
      stresses: 'Stresses that hold in every draw',
      ranges: 'Looks how far channels may be moved',
      within: 'Share of the goal that may be given up for it',
      batches: 'Searches again on so many fresh batches',
    },
    yes: 'yes',
    no: 'no',
  },
};

const ADVICE: Readonly<Record<Verification['verdict'], string>> = {
  same: 'The decision follows from what was believed and asked then. There is nothing to do.',
  'other figures':
    'If the decision is still to be made, make it anew with this version; to see the old figures, run the version that made them.',
  altered: 'The tables show what differs. Ask for the record as it was made before you rely on this one.',
};

function madeText({ scenario, made, engine }: Verification): string {
  const when = made === undefined ? '' : `, made ${madeAt(made)}`;
  return `A decision on “${plain(scenario.name)}”${when}, by engine ${plain(engine.recorded ?? '')}; run again by engine ${engine.found}.`;
}

function alteredTexts({ files }: Verification): readonly string[] {
  return files
    .filter(({ same }) => !same)
    .map(({ name }) => `The text of ${plain(name)} is not the one that was recorded.`);
}
