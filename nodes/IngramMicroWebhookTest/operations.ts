import type { Operation } from '../shared/operation';
import { sendOrderStatusEvent } from './sendOrderStatusEvent.operation';
import { sendStockUpdateEvent } from './sendStockUpdateEvent.operation';

export const operations: readonly Operation[] = [sendOrderStatusEvent, sendStockUpdateEvent];
