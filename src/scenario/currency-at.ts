import type { ScenarioFile } from './schema/scenario.ts';
import type { Path } from './text/finding.ts';

/** What is paid to a channel, by where it stands in it: in the currency that the channel is bought in. */
const PAID = /^(?:fixedCost|costPerLead|costPerCustomer|pilot\.spend|price\.(?!tiers\.).+)$/;

/** The currency that an amount at this path of the file is in. */
export function currencyAt({ currency, channels }: Pick<ScenarioFile, 'currency' | 'channels'>, path: Path): string {
  const [section, name, ...field] = path;
  return section === 'channels' ? currencyOfField(currency, channels[name!]?.currency, field) : currency;
}

/** The same for a field of a channel that is bought in its own currency, if it has one. */
export function currencyOfField(currency: string, own: string | undefined, field: Path): string {
  return own !== undefined && PAID.test(field.join('.')) ? own : currency;
}
