import type { help as en } from '../en/help';

export const help: typeof en = {
  title: 'Bansoでできること',
  unknown: (word) => `「${word}」というコマンドはまだありません。次のコマンドをお使いいただけます。`,
  commands: {
    '/checkin': '受講生へのご連絡を記録します',
    '/checkin name': 'お名前（name）を添えると、その方を選んだ状態で開きます',
    '/learner name': 'お名前（name）の方のカード（目標・担当チーム・最近の様子）を開きます',
    '/learner add': '受講生を追加します',
    '/consult name': 'お名前（name）の方について、チームに相談します',
    '/cases words': '言葉（words）に近い過去の事例や、うれしい報告、届いたメッセージを探します',
  },
  banso: {
    away: 'お休みの予定を登録し、代理をお願いします',
    handover: '担当をほかの方に引き継ぎます',
    settings: '働く曜日や時間、リマインダーを設定します',
    program: 'プログラムのリズム・休業日・設定を確認、変更します（リーダー用）',
    seen: 'チャンネルでのやりとりの自動確認を切り替えます（on / off、リーダー用）',
    setup: 'このチャンネルのチームのプログラムを作ります',
    people: 'チームのメンバーとリーダーを変更します（リーダー用）',
    import: 'CSVの名簿から受講生を取り込みます（リーダー用）',
  },
  help: 'この一覧を表示します',
  more: '「App」からBansoを開くと、ご自身のリストと予定をいつでもご覧いただけます。また、どのメッセージからも「⋯ → Log as check-in」で記録できます。',
};
