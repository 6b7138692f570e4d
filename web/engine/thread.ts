/** A worker that is started when first needed, and started afresh after it was stopped or died. */
export interface Thread<Question> {
  post(question: Question): void;
  /** Frees the worker and all that it started, whatever they are doing. Nothing more is heard of its questions. */
  stop(): void;
}

export interface ThreadListener<Message> {
  readonly onMessage: (message: Message) => void;
  /** The worker stopped by itself, or could not be started; `reason` is for people. */
  readonly onDeath: (reason: string) => void;
}

export function openThread<Question, Message>(
  create: () => Worker,
  { onMessage, onDeath }: ThreadListener<Message>,
): Thread<Question> {
  let worker: Worker | undefined;

  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };

  const start = (): Worker => {
    const started = create();
    // What was sent before a stop may still arrive after it.
    const whileCurrent = (act: () => void) => {
      if (worker === started) act();
    };
    const die = (reason: string) =>
      whileCurrent(() => {
        stop();
        onDeath(reason);
      });
    started.addEventListener('message', ({ data }: MessageEvent<Message>) => whileCurrent(() => onMessage(data)));
    started.addEventListener('messageerror', () => die('its answer could not be read'));
    started.addEventListener('error', (event) => {
      event.preventDefault(); // shown by the page
      die(event.message || 'its script could not be loaded');
    });
    return started;
  };

  return {
    post(question) {
      worker ??= start();
      worker.postMessage(question);
    },
    stop,
  };
}
