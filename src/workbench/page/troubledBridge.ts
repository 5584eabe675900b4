// A bridge whose requests take long, or fail now and then, as on a bad line. It knows no request's content.
import type { Bridge } from '../host/wire';
import type { Conditions } from './conditions';

const SLOW_MILLISECONDS = 1_500;
const EACH_FAILS = 3;

const lost = (id: number): string =>
  JSON.stringify({
    id,
    type: 1,
    message: {
      statusCode: 200,
      headers: {},
      body: {
        Results: [],
        Error: { Code: 'ConnectionFailure', Message: 'The connection was lost.', ActionIndex: -1, HttpStatusCode: 503 },
      },
    },
  });

/** Changes the bridge itself: from now on its requests go as the connection lets them. */
export function troubleBridge(bridge: Bridge, connection: () => Conditions['connection']): void {
  const send = bridge.sendMessageToHost;
  let sent = 0;
  bridge.sendMessageToHost = (json) => {
    const line = connection();
    if (line === 'slow') return void setTimeout(() => send(json), SLOW_MILLISECONDS);
    if (line === 'failing' && ++sent % EACH_FAILS === 0) {
      const { id } = JSON.parse(json) as { id: number };
      return void setTimeout(() => bridge.onMessageFromHost?.(lost(id)), 0);
    }
    send(json);
  };
}
