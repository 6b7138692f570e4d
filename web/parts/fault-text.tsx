import { Fragment, type ComponentChildren } from 'preact';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';

export interface FaultTextProps {
  /** What the message is said of, to stand before it. */
  readonly of?: ComponentChildren;
  readonly message: string;
  readonly advice?: string | undefined;
}

/** What is wrong and what to do, as sentences; what can be typed is set as code. */
export function FaultText({ of, message, advice }: FaultTextProps) {
  const { code } = usePageWords();
  const { say, lang } = useSaid();
  const text = say(message);
  return (
    <>
      {of}
      {of !== undefined && (code === 'en' ? ': ' : '：')}
      <span lang={lang}>
        <WithCode text={of === undefined ? asSentence(text) : withStop(text)} />{' '}
        {advice !== undefined && (
          <span class="advice">
            <WithCode text={say(advice)} />
          </span>
        )}
      </span>
    </>
  );
}

/** A text of the engine with what stands in backquotes as code. */
export function WithCode({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/`([^`]+)`/).map((part, k) => (
        <Fragment key={k}>{k % 2 === 1 ? <code>{part}</code> : part}</Fragment>
      ))}
    </>
  );
}

/**
 * The engine's messages follow a path on the command line: alone they begin with a capital and end with a stop. In English they
 * may have names in Chinese, but words of English as well.
 */
export function asSentence(text: string): string {
  return withStop(text.charAt(0).toUpperCase() + text.slice(1));
}

function withStop(text: string): string {
  const own = text.replaceAll(/`[^`]*`/g, '');
  const isChinese = /\p{Script=Han}/u.test(own) && !/[a-z]{2,} [a-z]{2,}/.test(own);
  const stop = /[.!?。！？…]$/.test(text) ? '' : isChinese ? '。' : '.';
  return text + stop;
}
