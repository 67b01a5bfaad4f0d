import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { ModalView } from '@slack/types';

/**
 * What a Bolt app costs that does nothing of its own: `/checkin` opens the modal of MODAL. Receiver and client are
 * set up as Banso's are.
 */
async function main({ MODAL = '', SIGNING_SECRET = '', SLACK_API_URL = '', PORT }: NodeJS.ProcessEnv) {
  const view = JSON.parse(MODAL) as ModalView;
  const receiver = new HTTPReceiver({
    signingSecret: SIGNING_SECRET,
    endpoints: '/slack/events',
    logLevel: LogLevel.ERROR,
    bodyLimit: 1024 * 1024,
  });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-emulator-bot', botId: 'B0', botUserId: 'U0' }),
    clientOptions: {
      slackApiUrl: SLACK_API_URL,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: 2500,
    },
    logLevel: LogLevel.ERROR,
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  app.command('/checkin', async ({ ack, command, client }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view });
  });
  await app.init();
  await receiver.start({ host: '127.0.0.1', port: Number(PORT) });
  process.send?.('ready');
}

main(process.env);
