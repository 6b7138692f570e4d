import type { ChineseOfLimit } from '../../families/constraint.ts';

export const channelShare: ChineseOfLimit = {
  names: { 'channels.share.min': '占比下限', 'channels.share.max': '占比上限' },
  texts: {
    "This channel's share of all spend": '此渠道占全部投放的比例',
  },
};
