/** Words that are written in English as well as in kana, and short ones: one line is one word. */
export const technical = `
git ギット
github ギットハブ ギッハブ
javascript ジャバスクリプト ジャヴァスクリプト ジャバスク js
typescript タイプスクリプト ts
html エイチティーエムエル
css シーエスエス
java ジャバ ジャヴァ
ruby ルビー
rails レイルズ
python パイソン
php ピーエイチピー
react リアクト reactjs
vue ヴュー vuejs
node ノード nodejs
docker ドッカー
sql エスキューエル
api エーピーアイ
database データベース db
server サーバー
portfolio ポートフォリオ ポトフォ
terminal ターミナル
command コマンド
editor エディター
vscode ヴイエスコード ブイエスコード
error エラー
debug デバッグ デバック
bug バグ
loop ループ
framework フレームワーク
library ライブラリー
pullrequest プルリクエスト プルリク pr
review レビュー
commit コミット
push プッシュ
branch ブランチ
merge マージ
conflict コンフリクト
deploy デプロイ
mentor メンター
curriculum カリキュラム
motivation モチベーション モチベ
schedule スケジュール
slack スラック
zoom ズーム
programming プログラミング
programmer プログラマー
program プログラム
code コード
coding コーディング
engineer エンジニア
web ウェブ
frontend フロントエンド フロント
backend バックエンド
login ログイン
password パスワード
install インストール
windows ウィンドウズ ウインドウズ
mac マック
pc パソコン ピーシー
tutorial チュートリアル
class クラス
object オブジェクト
test テスト
feedback フィードバック
stress ストレス
shift シフト
parttime アルバイト バイト
community コミュニティ コミュニティー
online オンライン
lesson レッスン
slump スランプ
perfectionist パーフェクショニスト
figma フィグマ
design デザイン
layout レイアウト
responsive レスポンシブ
flexbox フレックスボックス
app アプリ アプリケーション application
service サービス
keyboard キーボード
typing タイピング
laptop ノートパソコン
smartphone スマートフォン スマホ
video ビデオ
task タスク
todo トゥードゥー
goal ゴール
pace ペース
routine ルーティン ルーチン
training トレーニング
team チーム
supporter サポーター
support サポート
career キャリア
interview インタビュー
ai エーアイ
chatgpt チャットジーピーティー チャットgpt
closure クロージャ クロージャー
promise プロミス
async アシンク
array アレイ
function ファンクション
algorithm アルゴリズム
wordpress ワードプレス
`;

/** Words of the field that have only kana, so that they are known in hiragana too. */
export const kanaOnly = `
サボる さぼり さぼる さぼっ さぼら
プレッシャー
モヤモヤ
イライラ
ダラダラ
ダメ
マイペース
メリハリ
トラブル
キャンセル
リズム
ルール
メモ
ノート
ワンオペ
シングルマザー
パート
アドバイス
コツ
スキル
ブランク
ギャップ
グループ
カウンセリング
メンタル
うまくいか
ついていけ
`;
