import type { Concern } from '../check-in';

/** By what words one looks for what weighs on somebody, in both languages. */
export const concernWords: Readonly<Record<Concern, string>> = {
  time: '時間 時間がない 忙しい time busy',
  difficulty: '難しい 難易度 つまずき difficult hard stuck',
  motivation: 'やる気 モチベーション 意欲 motivation',
  work: '仕事 職場 work job',
  family: '家族 家庭 子育て 育児 family children',
  health: '体調 健康 病気 health',
  tools: 'ツール 環境 パソコン tools setup',
  jobHunting: '就職活動 転職 job hunting',
  loneliness: '孤独 ひとり lonely alone',
  other: '',
};
