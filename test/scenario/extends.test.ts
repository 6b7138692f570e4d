import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { pathBeside } from '../../src/scenario/layers/beside.ts';
import { changed, errorsOf, lineOf, loadFrom, spring, summer } from './fixtures.ts';

const load = loadFrom({ 'spring.yaml': spring });
const summerWith = (found: string, put: string) => changed(summer, found, put);

describe('a file that extends another', () => {
  const { scenario, warnings } = readScenario(summer, { file: 'summer.yaml', load });
  const marketplace = scenario.channels['marketplace']!;

  it('stores only what differs', () => {
    expect(warnings).toEqual([]);
    expect(scenario.name).toBe('Summer launch');
    expect(scenario.currency).toBe('CNY');
    expect(scenario.horizon).toEqual({ start: '2027-06-07', periods: 12, unit: 'week', tail: 8 });
    expect(marketplace.funnel).toHaveLength(2);
  });

  it('removes what it sets to nothing', () => {
    expect(Object.keys(scenario.channels)).toEqual(['marketplace', 'store partner', '直播']);
    expect(marketplace.limits.maxChange).toBeUndefined();
    expect(scenario.stresses).not.toHaveProperty('social-banned');
  });

  it('replaces lists, quantities and curves of another family as wholes', () => {
    expect(scenario.groups['online']!.channels).toEqual(['marketplace', '直播']);
    expect(scenario.groups['online']!.total).toEqual({ min: 300_000 });
    expect(marketplace.price).toMatchObject({ amount: { text: '2 to 3' }, season: { kind: 'list' } });
    expect(marketplace.response).toMatchObject({ curve: 'michaelis-menten' });
    expect(Object.keys(marketplace.response.parameters)).toEqual(['halfSaturation']);
  });

  it('replaces one kind of budget, price or limit by another', () => {
    expect(scenario.budget).toEqual({ atMost: 1_000_000, flexible: true });
    expect(marketplace.limits).toEqual({ fixed: 40_000, share: { max: 0.6 } });
    const cpm = summerWith('price: { cpc: 2 to 3 }', 'price: { cpm: 30 }\n    funnel: { impressionToClick: 1% }');
    const changedPrice = changed(cpm, 'marketplace.price.cpc', 'marketplace.price.cpm');
    expect(errorsOf(changedPrice, { load }).map(({ path }) => path)).toEqual(['correlations[0].of[0]']);
  });

  it('keeps the fields of a curve when it gives only some of them', () => {
    const text = 'apportion: 1\nextends: spring.yaml\nchannels: { social: { response: { slope: 0.9 } } }\n';
    const { response } = readScenario(text, { load }).scenario.channels['social']!;
    expect(response).toMatchObject({ curve: 'hill', observedAt: 30_000, parameters: { slope: { value: 0.9 } } });
  });

  it('does not mix the fields of two quantities', () => {
    const base = changed(spring, 'cpc: 1.8 to 2.6', 'cpc: { p10: 1, p50: 2, p90: 4 }');
    const over =
      'apportion: 1\nextends: base.yaml\nchannels: { marketplace: { price: { cpc: { mean: 2, sd: 0.5 } } } }\n';
    const { echo } = readScenario(over, { load: loadFrom({ 'base.yaml': base }) });
    expect(echo.find(({ path }) => path === 'channels.marketplace.price.cpc')!.words).toContain('lognormal');
  });
});

describe('an issue points into the file where the text stands', () => {
  it('in the file itself', () => {
    const text = summerWith('halfSaturation: 70k', 'halfSaturation: much');
    expect(errorsOf(text, { file: 'summer.yaml', load })).toMatchObject([
      { file: 'summer.yaml', line: lineOf(text, 'much'), path: 'channels.marketplace.response.halfSaturation' },
    ]);
  });

  it('in the extended file', () => {
    const base = changed(spring, 'grossMargin: 42%', 'grossMargin: 142%');
    const issues = errorsOf(summer, { file: 'summer.yaml', load: loadFrom({ 'spring.yaml': base }) });
    expect(issues).toMatchObject([{ file: 'spring.yaml', line: lineOf(base, '142%'), path: 'value.grossMargin' }]);
  });

  it('in the extended file when what it refers to was removed', () => {
    const text = summerWith('stresses: { social-banned: ~ }\n', '');
    const issues = errorsOf(text, { file: 'summer.yaml', load });
    expect(issues).toMatchObject([
      { file: 'spring.yaml', line: lineOf(spring, 'social-banned'), path: 'stresses.social-banned.switchOff[0]' },
    ]);
  });

  it('when the extended file is no YAML', () => {
    const issues = errorsOf(summer, { file: 'summer.yaml', load: loadFrom({ 'spring.yaml': 'a: [1' }) });
    expect(issues[0]).toMatchObject({ file: 'spring.yaml', line: 1 });
  });

  it.each(['a shopping list', '- milk\n- bread\n'])('when the extended file is no scenario: %j', (base) => {
    // All the rest is in the file itself, so a base that is not looked at would be missed by nobody.
    const text = `extends: notes.txt\n${spring}`;
    const issues = errorsOf(text, { file: 'summer.yaml', load: loadFrom({ 'notes.txt': base }) });
    expect(issues).toMatchObject([{ file: 'notes.txt', line: 1, path: '' }]);
    expect(issues[0]!.message).toContain('must be a set of fields, got');
  });
});

describe('extends', () => {
  const extending = (name: unknown) => `apportion: 1\nextends: ${JSON.stringify(name)}\nname: A\n`;
  const about = (text: string, options: Parameters<typeof errorsOf>[1]) =>
    errorsOf(text, options).map(({ path, message, file }) => `${file}: ${path}: ${message}`);

  it('tells which file is missing', () => {
    expect(about(extending('bas.yaml'), { file: 'a.yaml', load })).toEqual([
      'a.yaml: extends: there is no file `bas.yaml`',
    ]);
  });

  it('looks beside the file that extends', () => {
    const files = { 'base.yaml': spring, 'plans/spring.yaml': extending('../base.yaml') };
    const text = extending('./spring.yaml');
    const { scenario } = readScenario(text, { file: 'plans/a.yaml', load: loadFrom(files) });
    expect(scenario.name).toBe('A');
    expect(Object.keys(scenario.channels)).toHaveLength(5);
  });

  it('does not go round in a circle', () => {
    const files = { 'a.yaml': extending('b.yaml'), 'b.yaml': extending('a.yaml') };
    const [issue] = errorsOf(files['a.yaml'], { file: 'a.yaml', load: loadFrom(files) });
    expect(issue).toMatchObject({ file: 'b.yaml', path: 'extends', line: 2 });
    expect(issue!.message).toContain('a.yaml → b.yaml → a.yaml');
  });

  it('ends after eight files', () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, at) => [`${at + 1}.yaml`, at === length - 1 ? spring : extending(`${at + 2}.yaml`)]),
      );
    expect(about(chain(8)['1.yaml']!, { file: '1.yaml', load: loadFrom(chain(8)) })).toEqual([]);
    expect(about(chain(9)['1.yaml']!, { file: '1.yaml', load: loadFrom(chain(9)) })[0]).toContain('8.yaml: extends: ');
  });

  it('names one file', () => {
    for (const name of [['a.yaml', 'b.yaml'], 7, '', { file: 'a' }]) {
      expect(about(extending(name), { load })[0]).toContain('must be the name of one file');
    }
    expect(about(extending(null), { load })).not.toEqual([]);
  });

  it('cannot be followed where no other files can be read', () => {
    expect(about(extending('spring.yaml'), {})[0]).toContain('other files cannot be read here');
  });

  it('refuses to remove what is not there', () => {
    const text = `${extending('spring.yaml')}channels: { socal: ~ }\n`;
    expect(errorsOf(text, { load })).toMatchObject([{ path: 'channels.socal', replacement: 'social', line: 4 }]);
  });

  it('is not a way to leave a field empty', () => {
    expect(errorsOf(changed(spring, 'name: Spring launch', 'name: ~'))).toMatchObject([{ path: 'name', line: 2 }]);
  });
});

describe('the path of a file beside another', () => {
  it.each([
    ['plans/a.yaml', 'b.yaml', 'plans/b.yaml'],
    ['a.yaml', './b.yaml', 'b.yaml'],
    ['a.yaml', '../b.yaml', '../b.yaml'],
    ['../plans/a.yaml', '../../b.yaml', '../../b.yaml'],
    ['/home/me/a.yaml', '../b.yaml', '/home/b.yaml'],
    ['/a.yaml', '../../b.yaml', '/b.yaml'],
    ['C:\\plans\\a.yaml', 'b.yaml', 'C:/plans/b.yaml'],
    ['', '基础.yaml', '基础.yaml'],
  ])('%s and %s are %s', (file, written, path) => {
    expect(pathBeside(file, written)).toEqual({ ok: true, path });
  });

  it.each([
    'https://example.org/base.yaml',
    'file:///etc/passwd',
    'C:\\base.yaml',
    '//server/base.yaml',
    '/etc/passwd',
    '\\\\server\\base.yaml',
    '~/base.yaml',
    '..\\base.yaml',
    '.',
    './',
  ])('is never %s', (written) => {
    expect(pathBeside('a.yaml', written)).toMatchObject({ ok: false });
  });
});
