import type { Operation } from '../shared/operation';
import { sendOrderStatusEvent } from './sendOrderStatusEvent.operation';
import { sendStockUpdateEvent } from './sendStockUpdateEvent.operation';

// Events to try the trigger with. An operation puts its event (orderEvent.ts, stockEvent.ts) in
// envelope.ts, and playing.ts has it sent.
export const operations: readonly Operation[] = [sendOrderStatusEvent, sendStockUpdateEvent];
