//! Statuses as they are written, and numbers that are none.

use super::by_name;
use crate::read::paste::scan;

/// The status that a line tells, by a number or by a name.
fn told(line: &str) -> Option<u16> {
    let number = scan::line(line).status;
    number.or_else(|| by_name(line)).map(|found| found.status)
}

#[test]
fn a_status_is_read_however_it_is_written() {
    let mut missed = Vec::new();
    for (line, status) in [
        // A key.
        ("errorCode=401", 401),
        ("\"errorCode\": 401,", 401),
        ("error_code: 403", 403),
        ("{\"client_status\":\"404\"}", 404),
        ("Unhandled error: STATUS=302", 302),
        ("Statuscode: 401", 401),
        ("http_status=503", 503),
        ("x-http-status-code: 401", 401),
        ("rest.http.code=403", 403),
        ("responseStatus => 401", 401),
        // A word before it.
        ("Error 401", 401),
        ("error: 403", 403),
        ("Fehler 401", 401),
        ("Fehler: 401", 401),
        ("Fehlercode 401", 401),
        ("HTTP-Fehler 403", 403),
        ("Fehler Nr. 401", 401),
        ("erreur 403", 403),
        ("Erreur HTTP 403", 403),
        ("code d'erreur : 401", 401),
        ("error HTTP 404", 404),
        ("Código de error: 401", 401),
        ("erro 401", 401),
        ("Errore 401", 401),
        ("Codice di errore 403", 403),
        ("Ошибка 403", 403),
        ("Ошибка HTTP: 403", 403),
        ("код ответа 401", 401),
        ("エラー 401", 401),
        ("エラーコード：401", 401),
        ("ステータスコード 403", 403),
        ("错误 401", 401),
        ("错误401", 401),
        ("错误代码：403", 403),
        ("状态码 404", 404),
        // Brackets.
        ("Sync failed (401)", 401),
        ("Sync failed [401]", 401),
        ("[401] Unauthorized", 401),
        ("(403) Forbidden", 403),
        ("Not Found (404)", 404),
        ("Unauthorized [401]", 401),
        ("Service Unavailable (503)", 503),
        ("Jira: Zugriff verweigert (403)", 403),
        ("Jira: accès refusé [403]", 403),
        // The localised words of .NET.
        (
            "The remote server returned an error: (401) Unauthorized.",
            401,
        ),
        (
            "Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.",
            401,
        ),
        (
            "Le serveur distant a retourné une erreur : (403) Interdit.",
            403,
        ),
        ("Error en el servidor remoto: (401) No autorizado.", 401),
        (
            "O servidor remoto retornou um erro: (404) Não Localizado.",
            404,
        ),
        ("Errore del server remoto: (401) Non autorizzato.", 401),
        (
            "Удаленный сервер возвратил ошибку: (401) Несанкционированный.",
            401,
        ),
        (
            "リモート サーバーがエラーを返しました: (401) 許可されていません",
            401,
        ),
        ("远程服务器返回错误: (401) 未经授权。", 401),
        // A reason phrase behind it, in any of the languages.
        ("401 Unauthorized", 401),
        ("401 - Nicht autorisiert", 401),
        ("403 Verboten", 403),
        ("404 Nicht gefunden", 404),
        ("403 Interdit", 403),
        ("404 Introuvable", 404),
        ("401 No autorizado", 401),
        ("403 Prohibido", 403),
        ("401 Non autorizzato", 401),
        ("404 Não encontrado", 404),
        ("404 Не найдено", 404),
        ("403 Доступ запрещен", 403),
        ("404 見つかりません", 404),
        ("403 禁止访问", 403),
        ("401 未授权", 401),
    ] {
        let found = told(line);
        if found != Some(status) {
            missed.push((line, found));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn other_numbers_are_no_status() {
    let mut wrong = Vec::new();
    for line in [
        "listening on port 443",
        "connect to proxy:401 failed",
        "error on line 401",
        "Fehler in Zeile 401",
        "erreur ligne 403",
        "ошибка в строке 403",
        "第 401 行错误",
        "failed after 401 ms",
        "Fehler nach 401 ms",
        "worker[401]: started",
        "worker[401] failed",
        "process (404) failed",
        "took 403 ms, failed",
        "exit code 101",
        "Exitcode 401",
        "errno 401",
        "error: 401 issues could not be read",
        "page 404 of 500",
        "build #404 failed",
        "issue ABC-404 not found",
        "version 4.0.401",
        "Fehlerprotokoll vom 12. Mai, 404 Zeilen",
        "12:30:401 error",
        "id=401, failed",
        "userId: 403",
        "2026-11-27 10:00:00,403 ERROR x",
        "in the year 401",
        "room 404 found",
    ] {
        if let Some(found) = told(line) {
            wrong.push((line, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
