//! The words of nine languages for the concepts that messages about a connection to Jira are made of: English, German,
//! French, Spanish, Portuguese, Italian, Russian, Japanese, Chinese.
//!
//! One concept is one entry. A stem matches at the start of a word, `$` ends the word, `_` is the space between two words.
//! Stems of Japanese and Chinese match anywhere. All are written folded (`fold`): lower case, no accents, and without the
//! apostrophe: `can't` is `cant`, `n'est` is `n est`.

/// A set of concepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concepts(u128);

impl Concepts {
    /// No concept.
    pub const NONE: Self = Self(0);

    /// Every concept.
    pub(super) const ALL: Self = Self(u128::MAX);

    /// The concept of one bit.
    pub(super) const fn of_bit(bit: usize) -> Self {
        Self(1 << bit)
    }

    /// The concepts of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The numbers of the concepts.
    #[cfg(feature = "answers")]
    pub(crate) fn bits(self) -> impl Iterator<Item = u32> {
        (0..u128::BITS).filter(move |bit| self.0 >> bit & 1 == 1)
    }

    /// Whether the two have a concept in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A clause that begins with a condition, whatever else it names: "If the token is invalid, …" tells nothing that happened.
pub(crate) const CONDITION: Concepts = Concepts(1 << 127);

macro_rules! lexicon {
    ($($(#[$doc:meta])* $name:ident = $($stems:literal)+;)+) => {
        /// The bit of each concept.
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Bit { $($name),+ }

        $($(#[$doc])* pub(crate) const $name: Concepts = Concepts(1 << Bit::$name as u32);)+

        /// The concepts' names, in the order of their bits.
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// Every concept with its stems.
        pub(super) const LEXICON: &[(Concepts, &str)] =
            &[$(($name, concat!($($stems, " "),+))),+];
    };
}

lexicon! {
    // What it is about.
    CREDENTIAL =
        "credential creds$ login_details login_data login_information username_or_password username_and_password user_name_or_password username_password email_or_password e_mail_or_password authentication_information authentication_data login_info auth_details user_credentials"
        "anmeldedaten zugangsdaten anmeldeinformation anmeldeinfo benutzername_oder_passwort benutzername_oder_kennwort identifiants informations_d_identification informations_de_connexion"
        "credencial credenciais credenziali учетные_данные учетных_данных учетными_данными реквизит логин_или_пароль"
        "認証情報 資格情報 ログイン情報 凭据 凭证 用户名或密码 用户名和密码 ユーザー名またはパスワード ユーザ名またはパスワード";
    TOKEN =
        "token tokens apitoken api_key apikey access_key jeton cle_api cle_d_api clave_api clave_de_api chave_api chave_de_api chiave_api токен ключ_api トークン apiキー api_キー 令牌 api密钥 api_密钥 密钥 口令牌";
    PASSWORD =
        "password passwd passphrase passwort kennwort mot_de_passe contrasen contrasena senha$ senhas palavra_passe parola_d_ordine парол パスワード 密码 口令";
    USER =
        "user$ users$ username user_name user_id userid account accounts login_name logged_in_user caller$ actor$ client$ customer"
        "benutzer nutzer konto$ kontos konten anwender utilisateur compte$ comptes usuario cuenta utente account conta$ contas perfil пользовател учетная_запись учетной_записи учетную_запись аккаунт"
        "ユーザー ユーザ アカウント 用户 帐户 账户 账号 帐号";
    EMAIL = "email e_mail mail_address courriel correo posta_elettronica электронной_почт メールアドレス 邮箱 电子邮件";
    PERMISSION =
        "permission permissions privilege access_rights access_right rights$ right_to user_rights authority"
        "berechtigung recht$ rechte$ rechten zugriffsrecht autorisation droit$ droits permiso permisos privilegio permissao permissoes permess autorizzazion autorizacion autorizacao"
        "разрешени прав$ права$ право$ полномоч привилег 権限 许可权 权限 許可$ アクセス許可";
    SCOPE = "scope$ scopes$ scope_ oauth_scope granted_scopes スコープ";
    PROJECT = "project projects projekt projet proyecto projeto progett проект プロジェクト 项目 專案";
    ISSUE =
        "issue issues ticket tickets issue_key work_item vorgang vorgange vorgangs incidencia incidencias demande_jira tarefa задач запрос 課題 事务 工单 问题单 问题 問題";
    PAGE = "page$ pages$ space$ spaces$ space_key confluence_page bereich$ seite$ espace$ espacio espaco страниц ページ スペース 页面 空间";
    SITE =
        "jira_site site$ sites$ jira_instance instance$ instances$ tenant workspace cloud_id cloudid jira_url jira_cloud_site domain$ subdomain sitio$ sito$ sitios instanz instancia instanza сайт сайта экземпляр サイト インスタンス 站点 实例";
    ADDRESS =
        "url$ urls$ uri$ uris$ address$ addresses hostname host_name base_url baseurl jira_url server_url endpoint_url host$ hosts$ adresse$ adressen url_adresse direccion endereco indirizz адрес адреса хост アドレス ホスト 地址 主机 网址 網址 服务器名 服务器地址";
    SERVER =
        "server servers remote_host remote_computer remote_server remote_machine peer$ target_machine service$ backend jira$ confluence$ serveur servidor servizio servico remoteserver remotecomputer zielcomputer hote_distant dienst$ equipo_de_destino equipo_remoto сервер узел узла конечный_компьютер サーバー サーバ リモート 服务器 伺服器 远程主机 目标计算机 服务";
    SCHEME = "http_s$ http_or_https scheme$ url_scheme protocol_scheme schema_der_url schema_d_url esquema_de_la_url esquema_url";
    CERTIFICATE =
        "certificate cert$ certs$ certification_path pkix x509 x_509 zertifikat certificat certificado certificazion сертификат 証明書 证书 憑證";
    AUTHORITY = "certificate_authority certification_authority issuer ca$ root_ca ca_bundle local_issuer zertifizierungsstelle autorite autoridad autoridade autorita центр_сертификации 認証局 发行者 颁发机构 颁发者";
    CHANNEL =
        "ssl$ tls$ ssl_tls tls_ssl sslerror secure_channel secure_connection handshake sslv3 ssl_connect sichere_verbindung sicheren_kanal geschutzten canal_seguro canal_securise canal_protegido canale_sicuro canale_protetto защищенн безопасный_канал ハンドシェイク セキュリティで保護された セキュア_チャネル セキュアチャネル 安全通道 安全通道 安全连接 握手";
    PROTOCOL = "protocol protocole protocolo protokoll protocollo cipher cipher_suite protocol_version tls_version tlsv1 tls_1 sslv протокол шифр プロトコル 协议 密码套件";
    PROXY = "proxy$ proxies proxyserver proxy_server mandataire прокси プロキシ 代理";
    DNS =
        "dns$ getaddrinfo name_resolution resolve_host resolve_the_host resolve_hostname resolved$ could_not_be_resolved not_be_resolved no_such_host unknown_host nodename servname name_or_service remote_name"
        "namensauflosung aufgelost remotename nom_distant resolution_de_nom resoudre resuelt resolver_el_nombre resolucion nombre_remoto nome_remoto risolvere risolto resolvido удаленное_имя имя_узла разрешить_имя リモート名 名前解決 名前を解決 解析 无法解析 远程名称";
    CONNECTION =
        "connection connect$ connecting connected$ socket verbindung verbinden connexion connecter conexion conectar conexao connession connettersi collegament соединен подключ 接続 连接 連線";
    PORT = "port$ ports$ puerto porta$ порт$ порта ポート 端口";
    NETWORK = "network netzwerk reseau red$ rede$ rete$ сеть сети ネットワーク 网络 網路";
    FIREWALL = "firewall waf$ pare_feu cortafuegos брандмауэр ファイアウォール 防火墙";
    LICENSE = "licens licenc lizenz seat$ seats$ user_limit license_limit subscription licencia licenza лиценз подписк ライセンス 许可证 授权数";
    IP = "ip$ ips$ ip_address ip_adresse adresse_ip direccion_ip endereco_ip indirizzo_ip ip_адрес ipアドレス ip_地址 ip地址";
    ALLOWLIST = "allowlist allow_list whitelist white_list allowed_list trusted_ip ip_range ip_ranges 許可リスト 白名单";
    ADMIN =
        "admin$ admins$ administrat administer administrador amministrator администратор 管理者 管理员";
    GLOBAL = "global$ system_admin system_administrator jira_administrator administer_jira site_admin webhook webhooks global_permission глобальн グローバル 全局";
    FIELD = "field fields customfield feld$ felder champ$ champs campo campos поле$ поля フィールド 字段 欄位";
    DATA =
        "value$ values$ parameter param$ params$ argument input$ payload request_body json_body query_parameter operation_value body$ issuetype issue_type ticket_type priority$ parametre parametro wert$ valeur valor valore значени параметр 値$ パラメータ パラメーター 参数 值";
    QUERY = "jql$ cql$ query$ queries abfrage requete consulta запрос_jql クエリ 查询";
    SCREEN = "screen$ bildschirm ecran pantalla tela$ schermata экран 画面 屏幕 界面";
    CAPTCHA = "captcha キャプチャ 验证码";
    SIGNATURE = "signature signatur firma$ assinatura подпис 署名 签名";
    CONSUMER = "consumer consumer_key oauth_consumer consumidor コンシューマ";
    CLOCK = "timestamp clock$ system_time time_stamp server_time local_time uhrzeit systemzeit zeitstempel horodatage reloj marca_de_tiempo relogio orologio время часы タイムスタンプ 時計 时钟 时间戳";
    REDIRECT_URI = "redirect_uri redirect_url callback_url callback_uri client_id client_secret clientid redirecturi callback";
    CONSENT = "consent consentimiento consentement einwilligung consenso согласие 同意";
    APP =
        "app$ apps$ plugin plug_in add_on addon module erweiterung extension complemento подключаемый плагин プラグイン アプリ アドオン 插件 应用";
    ENDPOINT =
        "endpoint endpoints api$ rest_api resource$ resources$ method$ operation$ action$ aktion ressource accion operacion azione risorsa recurso ресурс действие リソース アクション エンドポイント 资源 操作 接口";
    LINK_OAUTH = "application_link applink anwendungsverknupfung アプリケーション_リンク アプリケーションリンク 应用程序链接";
    SESSION = "session$ sessions$ sitzung sesion sessao sessione сеанс сесси セッション 会话";
    COOKIE = "cookie cookies クッキー";
    ORIGIN = "cors$ corb$ cross_origin access_control_allow same_origin preflight";
    XSRF = "xsrf csrf cross_site_request";
    RATE = "rate_limit rate_limited ratelimit quota throttl request_limit api_limit api_calls";
    REQUESTS = "requests$ anfragen requetes solicitudes solicitacoes requisicoes richieste запросов リクエスト 请求 請求";
    TEST = "test$ tests$ testing check$ verifi verify prufung pruefung essai prueba teste$ verifica проверк テスト 测试 測試";
    LOGIN_PAGE = "login_page sign_in_page log_in_page loginseite anmeldeseite page_de_connexion pagina_de_inicio";
    HEADER = "authorization_header auth_header header$ headers$ authorization$ entete encabezado cabecera cabecalho intestazione заголовок ヘッダー 标头 请求头";
    BASIC = "basic$ basic_auth basic_authentication basisauthentifizierung authentification_de_base autenticacion_basica autenticacao_basica 基本認証 基本认证 基本身份验证";
    BEARER = "bearer";
    SSO = "sso$ saml$ single_sign_on identity_provider idp$ シングル_サインオン 单点登录";
    VERSION = "version$ versions$ gdpr_strict gdpr$ versione версия バージョン 版本";
    HTTPS = "unencrypted plain_http cleartext not_secure insecure";
    ENDED =
        "closed$ reset$ hung_up aborted broken_pipe dropped disconnected geschlossen unterbrochen zuruckgesetzt abgebrochen fermee interrompue reinitialisee cerrado cerro cerrada restablec interrump encerrada fechada redefinida chiusa interrotta прерван закрыт разорван сброшен 閉じられ 切断 リセット 关闭 中断 重置 终止 終止";

    FILE = "file$ files$ filename directory folder home_directory file_system filesystem disk$ datei$ dateien verzeichnis fichier repertoire dossier archivo$ fichero directorio carpeta arquivo$ pasta$ diretorio file_di cartella файл каталог папк ファイル ディレクトリ フォルダ 文件 目录 文件夹";

    // What is said of it.
    INVALID =
        "invalid incorrect wrong$ bad$ malformed not_recognized unrecognized mismatch does_not_match do_not_match dont_match not_match illegal inadmissible bogus corrupt misconfigured unverified"
        "ungultig falsch inkorrekt fehlerhaft stimmt_nicht stimmen_nicht invalide incorrecte errone mauvais no_valid no_son_valid erroneo equivocad incorrect invalid inesatt errat scorrett sbagliat non_valid"
        "недействит неверн неправил некоррект недопустим 無効 不正 正しくない 正しくありません 間違 誤り 誤って 无效 無效 不正确 错误的 不匹配 有误 错误";
    VALID = "valid$ correct$ recognized recognised accepted verified gultig korrekt richtig valide$ valido valida$ validos valide corretto corrett правильн действительн";
    EXPIRED =
        "expire expired expiry expiration outdated lapsed no_longer_valid out_of_date abgelaufen abgelaufene lauft_ab ablauf expir perime caduc vencid venci scadut scadenz истек просроч устарел 期限切れ 有効期限 失効 过期 到期 失效 過期";
    REVOKED = "revoke invalidated was_deleted been_deleted rotated widerrufen revoqu revocad revogad revocat отозван аннулир 取り消 吊销 撤销 已撤销";
    EMPTY =
        "empty blank is_not_set not_set not_provided leer$ leere vide$ vides vacio vacia vazio vazia vuot пуст 空です 空の 空欄 空白 为空 為空 空值 未定義";
    NULL = "null$ none$ nil$ undefined";
    MISSING =
        "missing incomplete without$ required mandatory absent lacks lacking not_specified not_configured not_supplied no_credentials without_credentials not_given must_be_provided must_be_set must_provide must_be_specified must_specify please_provide please_specify please_enter"
        "fehlt fehlen unvollstandig incomplet неполн 不完全 不完整 erforderlich benotigt nicht_angegeben manquant requis obligatoire falta$ faltan ausente obrigatori obligatori necessari requerid mancant richiest obbligatori отсутств требуется обязательн не_указан не_задан 必須 必要です 見つからず 指定されて 不足 缺少 缺失 必需 必填 未提供 未设置 需要提供";
    SET = "set$ provided$ specified$ supplied$ configured$ given$ defined$ present$ sent$ passed$ angegeben gesetzt konfiguriert definiert fourni$ fournie defini configur specificat indicad especificad указан задан 設定され 指定";
    DENIED =
        "denied deny refused rejected forbidden unauthorized unauthorised prohibited disallowed not_permitted declined not_authorized not_authorised unauthenticated not_authenticated"
        "verweigert abgelehnt verboten untersagt nicht_autorisiert nicht_berechtigt nicht_zugelassen refus interdit non_autoris rechaz denegad prohibid no_autorizad negad recusad nao_autorizad proibid negat rifiutat vietat non_autorizzat"
        "отказ запрещ отклонен не_авторизован 拒否 禁止 許可されて 承認されて 認証されて 拒绝 拒絕 未授权 未經授權 被拒";
    ALLOW = "allow allowed permitted authorized authorised permit entitled erlaubt berechtigt zugelassen autorise$ permis$ permitid permitido autorizad autorizzat consentit разрешен$ разрешено 許可 授权 允许";
    DISABLED = "disabled deactivated not_enabled turned_off switched_off deaktiviert desactiv desativ disattiv disabilit deshabilit inhabilit отключен выключен 無効化 無効になって 无效化 禁用 停用";
    BLOCKED = "blocked block$ banned blacklisted gesperrt blockiert bloqu blocat bloccat заблокирован ブロック 阻止 封锁 屏蔽";
    LOCKED = "locked lock_out lockout verriegelt verrouill ロック 锁定";
    INACTIVE = "inactive suspended not_active nicht_aktiv inaktiv inactif inactivo inativo suspendid sospes неактив 非アクティブ 停止されて 暂停 未激活";
    FIND = "found$ find$ locate$ located$ gefunden finden trouve trouver encontr encontrad trovat trovare найден найти 見つか 找到 找不";
    EXIST = "exist$ exists$ existiert existieren existe$ existen existent existiert esiste существует 存在";
    NOT_THERE = "not_found notfound nonexistent non_existent does_not_exist doesnt_exist do_not_exist introuvable inexistant inexistente no_such inconnu 見つかりません 存在しません 找不到 不存在 未找到";
    REMOVED = "removed deprecated gone$ discontinued retired sunset no_longer_available no_longer_supported obsolete decommissioned entfernt veraltet supprim deprecie eliminad obsolet removid descontinuad rimoss удален$ удалено устаревш 削除 非推奨 廃止 已删除 已弃用 已移除 废弃";
    TOO_MANY = "too_many too_much exceeded exceeds exceed limit_reached reached_its limit_exceeded over_the_limit zu_viele uberschritten trop_de depass demasiad excedid excedeu muitas troppe superat слишком_много превышен 多すぎ 超え 過多 过多 超过 超出 太多";
    TIMEOUT =
        "timed_out timedout time_limit_exceeded timeout_exceeded timeout_was_reached timeout_error timeout_exception timeout_expired request_timeout connection_timeout read_timeout connect_timeout gateway_timeout deadline_exceeded did_not_respond not_respond no_response_from no_response_was no_response_received no_response_within unable_to_complete_in not_complete_in took_too_long zeituberschreitung zeitlimit delai_d_attente expiration_du_delai delai_depasse tiempo_de_espera tiempo_agotado se_agoto tempo_limite esgotado tempo_scaduto истекло_время время_ожидания таймаут タイムアウト 応答しなかった 超时 逾時 没有响应 未响应";
    DELAY = "timeout time_out";
    REFUSED = "actively_refused connection_refused econnrefused refused$ verweigerte rifiutat refusee refuse_la denego_expresamente recusou ativamente rifiutato_persistentemente отверг 拒否され 积极拒绝 主动拒绝";
    UNREACHABLE = "unreachable unable_to_reach could_not_reach cannot_reach not_reachable unavailable nicht_erreichbar erreichbar injoignable inaccessible inaccesible inalcanzable irraggiungibil inacessivel недоступ 到達できません 不可达 无法访问 不可用";
    REACH = "reach$ reached contact$ contacting acceder accedere acessar resolve$ connect_to establish erreichen kontaktieren joindre alcanzar conectarse establecer raggiungere contattare alcancar estabelecer достичь установить 到達 アクセス 访问 到达 建立";
    UNTRUSTED = "peer_not_authenticated untrusted self_signed selfsigned not_trusted selbstsigniert nicht_vertrauenswurdig unable_to_get_local_issuer auto_signe autosigné autofirmad autoassinad autofirmat ненадежн самоподписан 信頼されていない 自己署名 不受信任 自签名";
    TRUST = "trust$ trusted trust_relationship confiance$ vertrauensstellung vertrauenswurdig relation_d_approbation approbation confianza relacion_de_confianza relacao_de_confianca confianca attendibil relazione_di_trust доверительн довери 信頼関係 信頼 信任";
    UNSUPPORTED = "unsupported not_supported unknown_protocol wrong_version incompatible nicht_unterstutzt nao_suportad no_compatible no_admitid pris_en_charge non_supportat не_поддерживается サポートされていません 不支持";
    SUPPORT = "support$ supported supports unterstutzt suport soportad admite admitid supportat поддержив サポート 支持";
    FAIL =
        "fail failed failure fails error$ errors$ unsuccessful unable could_not couldnt cannot cant$ problem trouble an_issue_with issue_with_your issues_with_your went_wrong gescheitert fehlgeschlagen fehler$ fehlercode konnte echec echoue impossible erreur error$ fallo fallid fallado falha falhou erro$ impossibil fallit errore ошибк сбой не_удалось невозможно 失敗 エラー できません できない できませんでした 失败 失敗 無法 无法 不能 错误";
    NOT =
        "not$ no$ dont$ doesnt$ didnt$ isnt$ arent$ wasnt$ cant$ couldnt$ wont$ havent$ hasnt$ shouldnt$ never$ neither$ nor$ unable$ cannot$ insufficient lack$ lacks$ lacking"
        "nicht$ kein keine keinen keiner ohne$ n$ ne$ pas$ sans$ aucun sin$ ningun nao$ nenhum sem$ non$ senza$ nessun не$ нет$ без$ недостаточно ない$ ません ありません されていません なし 不 没有 沒有 未 無 无";
    HAVE = "have$ has$ had$ having own$ haben hat$ besitz verfugen verfugt avez$ a$ ont$ dispose tiene tienes posee tem$ possui dispone possiede ha$ имеет имеете есть$ обладает 持って がない がありません 有$ 具有 拥有";
    ACCESS = "access zugriff zugang acces$ acceso acesso accesso доступ アクセス 访问";
    AUTHENTICATE =
        "authenticat auth$ login$ log_in logged_in logging_in sign_in signed_in signing_in logon authorization authoriz authoris anmeldung anmelden authentifizierung angemeldet authentification connexion_a autenticac autenticar autenticacao inicio_de_sesion iniciar_sesion autenticazion accesso_a_jira аутентификац авторизац войти вход$ 認証 ログイン サインイン 身份验证 认证 登录 驗證 登入";
    UNKNOWN = "unknown unbekannt inconnu desconocid desconhecid sconosciut неизвестн 不明 未知";
    FORMAT = "json xml yaml";
    PARSE = "parse parsing parser unexpected expecting deserializ deserialis unmarshal decode decoding";
    CODE = "status$ code$ statut$ codigo codice statuscode код$ кода статус ステータス コード 状态 状态码 代码 狀態";
    FINE = "no_problem no_errors$ no_error$ without_error without_problem without_any_problem works_fine work_fine worked_fine working_fine works_well works_correctly works_as_expected works_perfectly keine_probleme ohne_fehler ohne_probleme einwandfrei sans_probleme sans_erreur sin_problema sin_errores sem_problema sem_erros senza_problem без_ошибок без_проблем работает_нормально will_be_discontinued will_be_removed will_be_deprecated will_be_retired will_become";
    WISH = "would_like$ would_love$ would_be_nice$ would_be_great$ would_be_good$ would_be_helpful$ would_be_useful$ feature_request$ we_need_to$ we_should$ this_epic$ wunschenswert me_gustaria$ gostaria$";
    IF = "if$ whether make_sure ensure check_that check_if check_whether verify_that may$ might$ perhaps possibly unless wenn$ falls$ vergewissern prufen_sie_ob verifiez assurez compruebe verifique asegurese verificare_che certifique если$ проверьте убедитесь もし 場合は 確認してください 如果 请检查 請檢查 请确认";
    NEED = "need$ needs$ must$ require requires muss$ mussen doit debe$ deve$ должен необходим 必要 必须 需要";
    POLICY = "policy policies organization$ organisation$ richtlinie politique_de directiva politica политик ポリシー 組織 策略 组织";

    // What a person is not allowed to do.
    BROWSE = "browse view$ viewing see$ read$ reading ansehen anzeigen einsehen lesen consulter voir$ ver$ visualizar visualizzare leggere просм читать 閲覧 表示 参照 查看 浏览 读取";
    CREATE = "create creating erstellen anlegen creer crear criar creare creazione создани создать 作成 创建 新建";
    EDIT = "edit$ editing update$ updating modify$ change$ write$ set_field bearbeiten andern modifier editar modificar modificare atualizar изменить редактир 編集 更新 変更 编辑 修改";
    DELETE = "delete$ deleting remove$ loschen supprimer eliminar excluir eliminare удалить 削除する 删除";
    ASSIGN = "assign assignable zuweisen assigner asignar atribuir assegnare назнач 割り当て 分配 指派";
    TRANSITION = "transition workflow_action ubergang トランジション 转换";
    COMMENT = "comment kommentar commentaire comentar comment коммент コメント 评论";
    LINK = "link$ linking link_issue verknupf lier$ vincular enlazar collegare связать リンク 链接";
    ATTACH = "attach anhang anhange piece_jointe adjunt anex allegat вложени 添付 附件";
    LOG_WORK = "worklog log_work work_log workon 作業ログ";
}
