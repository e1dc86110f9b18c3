// Made by Scripts/generate from Data/rules.tsv and Data/rejects. Change those, not this.

extension RuleBook {
    /// One entry a rule, in the order of `RuleCode`.
    static let entries: [Entry] = [
        // xml.too-large
        Entry(
            english: "The message is larger than the limit",
            vietnamese: "Thông điệp vượt quá dung lượng cho phép",
            wireCode: "80010",
            remedyEnglish: "Send a message of at most 2 MB",
            remedyVietnamese: "Gửi lại thông điệp có dung lượng không quá 2 MB",
            source: "Decision 1450 I.IV.5",
            condition: "A message has at most 2 097 152 bytes, uncompressed"
        ),
        // xml.not-utf8
        Entry(
            english: "The bytes are not well-formed UTF-8",
            vietnamese: "Dữ liệu không đúng bảng mã UTF-8",
            wireCode: "80011",
            remedyEnglish: "Write the message in UTF-8 and send it again",
            remedyVietnamese: "Lập lại thông điệp theo bảng mã UTF-8 rồi gửi lại",
            source: "Decision 1450 I.IV.2",
            condition: "The bytes are well-formed UTF-8"
        ),
        // xml.encoding
        Entry(
            english: "The XML declaration names another encoding than UTF-8",
            vietnamese: "Khai báo XML nêu bảng mã khác UTF-8",
            wireCode: "80012",
            remedyEnglish: "Declare UTF-8 or leave the declaration out",
            remedyVietnamese: "Khai báo bảng mã UTF-8 hoặc bỏ phần khai báo XML",
            source: "Decision 1450 I.IV.2",
            condition: "An XML declaration names UTF-8 or no encoding"
        ),
        // xml.doctype
        Entry(
            english: "A document type declaration is not allowed",
            vietnamese: "Thông điệp chứa khai báo kiểu tài liệu (DOCTYPE), không được phép",
            wireCode: "80013",
            remedyEnglish: "Remove the document type declaration",
            remedyVietnamese: "Bỏ khai báo DOCTYPE khỏi thông điệp",
            source: "own safety; Decision 1450 I.IV.2",
            condition: "The document has no document type declaration"
        ),
        // xml.entity
        Entry(
            english: "An entity reference that XML does not predefine",
            vietnamese: "Thông điệp dùng thực thể XML không được định nghĩa sẵn",
            wireCode: "80014",
            remedyEnglish: "Write the character itself or its number",
            remedyVietnamese: "Ghi trực tiếp ký tự hoặc mã số của ký tự thay cho thực thể",
            source: "own safety; XML 1.0 section 4",
            condition: "References are to characters, or to the five entities that XML itself defines"
        ),
        // xml.character
        Entry(
            english: "A character that XML 1.0 forbids",
            vietnamese: "Dữ liệu chứa ký tự mà XML 1.0 không cho phép",
            wireCode: "80015",
            remedyEnglish: "Remove control characters from the texts",
            remedyVietnamese: "Loại bỏ các ký tự điều khiển trong nội dung",
            source: "XML 1.0 section 2.2",
            condition: "Every character is one that XML 1.0 allows"
        ),
        // xml.syntax
        Entry(
            english: "The text is not well-formed XML",
            vietnamese: "Thông điệp không đúng cú pháp XML",
            wireCode: "80000",
            remedyEnglish: "Check that every tag is closed and every special character escaped",
            remedyVietnamese: "Kiểm tra các thẻ mở, đóng và việc mã hóa ký tự đặc biệt",
            source: "Decision 1450 I.IV.2",
            condition: "The text is well-formed XML 1.0"
        ),
        // xml.namespace
        Entry(
            english: "A namespace prefix is unbound or misused",
            vietnamese: "Tiền tố không gian tên (namespace) chưa khai báo hoặc dùng sai",
            wireCode: "80016",
            remedyEnglish: "Declare the prefix where it is used",
            remedyVietnamese: "Khai báo đúng tiền tố không gian tên tại thẻ sử dụng",
            source: "Namespaces in XML 1.0",
            condition: "Every prefix is declared, and no declaration misuses xml or xmlns"
        ),
        // xml.trailing
        Entry(
            english: "Content after the end of the document",
            vietnamese: "Có dữ liệu thừa sau thẻ kết thúc thông điệp",
            wireCode: "80017",
            remedyEnglish: "Send one message per file or entry",
            remedyVietnamese: "Mỗi tệp chỉ chứa một thông điệp, bỏ phần dữ liệu thừa",
            source: "XML 1.0 section 2.1",
            condition: "Nothing but comments, instructions and white space follows the root element"
        ),
        // xml.depth
        Entry(
            english: "Elements are nested deeper than the limit",
            vietnamese: "Các thẻ lồng nhau quá số cấp cho phép",
            wireCode: "80018",
            remedyEnglish: "Follow the structure of the standard",
            remedyVietnamese: "Lập thông điệp theo đúng cấu trúc quy định",
            source: "own safety",
            condition: "Elements are nested no deeper than the limit (64 by default)"
        ),
        // xml.elements
        Entry(
            english: "More elements than the limit",
            vietnamese: "Số thẻ trong thông điệp vượt quá giới hạn",
            wireCode: "80019",
            remedyEnglish: "Split the data over several messages",
            remedyVietnamese: "Chia dữ liệu thành nhiều thông điệp",
            source: "own safety",
            condition: "The message has no more elements than the limit"
        ),
        // xml.attributes
        Entry(
            english: "More attributes on one element than the limit",
            vietnamese: "Số thuộc tính của một thẻ vượt quá giới hạn",
            wireCode: "80020",
            remedyEnglish: "Remove attributes the standard does not know",
            remedyVietnamese: "Bỏ các thuộc tính không có trong quy định",
            source: "own safety",
            condition: "An element has no more attributes than the limit"
        ),
        // xml.name-length
        Entry(
            english: "A name is longer than the limit",
            vietnamese: "Tên thẻ hoặc tên thuộc tính dài quá giới hạn",
            wireCode: "80021",
            remedyEnglish: "Use the tags of the standard",
            remedyVietnamese: "Dùng đúng tên thẻ theo quy định",
            source: "own safety",
            condition: "A name is no longer than the limit"
        ),
        // xml.text-length
        Entry(
            english: "A text or attribute value is longer than the limit",
            vietnamese: "Nội dung thẻ hoặc giá trị thuộc tính dài quá giới hạn",
            wireCode: "80022",
            remedyEnglish: "Shorten the text",
            remedyVietnamese: "Rút ngắn nội dung của thẻ",
            source: "own safety",
            condition: "A text or attribute value is no longer than the limit"
        ),
        // xml.namespaces
        Entry(
            english: "More namespaces than the limit",
            vietnamese: "Số không gian tên (namespace) vượt quá giới hạn",
            wireCode: "80023",
            remedyEnglish: "Remove unused namespace declarations",
            remedyVietnamese: "Bỏ các khai báo không gian tên không dùng đến",
            source: "own safety",
            condition: "The message declares no more namespaces than the limit"
        ),
        // xml.lines
        Entry(
            english: "More lines in one invoice than the limit",
            vietnamese: "Số dòng hàng hóa, dịch vụ của hóa đơn vượt quá giới hạn",
            wireCode: "80024",
            remedyEnglish: "Use an attached list or several invoices",
            remedyVietnamese: "Lập bảng kê kèm theo hoặc tách thành nhiều hóa đơn",
            source: "own safety",
            condition: "An invoice has no more lines than the limit"
        ),
        // xml.not-a-message
        Entry(
            english: "The document is neither a message nor an invoice",
            vietnamese: "Tài liệu không phải là thông điệp (TDiep) hoặc hóa đơn (HDon)",
            wireCode: "80025",
            remedyEnglish: "Send a message whose root is TDiep",
            remedyVietnamese: "Gửi thông điệp có thẻ gốc TDiep",
            source: "Decision 1450 I.IV.5",
            condition: "The root is TDiep, or for check also HDon or a notice of the authority"
        ),
        // json.syntax
        Entry(
            english: "The line is not JSON",
            vietnamese: "Dòng dữ liệu không đúng cú pháp JSON",
            wireCode: "80050",
            remedyEnglish: "Write the line with a JSON library, one object a line",
            remedyVietnamese: "Lập dòng dữ liệu bằng thư viện JSON, mỗi dòng một đối tượng",
            source: "RFC 8259",
            condition: "A line of NDJSON is one object of JSON as RFC 8259 defines it"
        ),
        // json.trailing
        Entry(
            english: "Something follows the object on its line",
            vietnamese: "Có dữ liệu thừa sau đối tượng JSON trên cùng một dòng",
            wireCode: "80051",
            remedyEnglish: "Write one invoice a line",
            remedyVietnamese: "Mỗi dòng chỉ ghi một hóa đơn",
            source: "RFC 8259 section 2",
            condition: "Nothing but white space follows the object on its line"
        ),
        // json.empty-line
        Entry(
            english: "The line is empty",
            vietnamese: "Dòng dữ liệu trống",
            wireCode: "80052",
            remedyEnglish: "Leave empty lines out",
            remedyVietnamese: "Bỏ các dòng trống",
            source: "own rule",
            condition: "Every line holds an invoice; only the end of the file may follow the last line end"
        ),
        // json.duplicate-key
        Entry(
            english: "A key stands twice in one object",
            vietnamese: "Một khóa xuất hiện hai lần trong cùng một đối tượng JSON",
            wireCode: "80053",
            remedyEnglish: "Write each key once; what repeats is an array",
            remedyVietnamese: "Ghi mỗi khóa một lần; dữ liệu lặp lại ghi thành mảng",
            source: "RFC 8259 section 4; own safety",
            condition: "The keys of an object differ, escapes resolved"
        ),
        // json.key
        Entry(
            english: "A key that cannot be the name of an element",
            vietnamese: "Khóa JSON không thể dùng làm tên thẻ",
            wireCode: "80054",
            remedyEnglish: "Use the tags of the standard as keys",
            remedyVietnamese: "Dùng tên thẻ theo quy định làm khóa",
            source: "Namespaces in XML 1.0",
            condition: "Every key is a name of an element without a prefix"
        ),
        // json.value
        Entry(
            english: "A value of a kind that no field has",
            vietnamese: "Giá trị JSON không thuộc kiểu mà chỉ tiêu có thể nhận",
            wireCode: "80055",
            remedyEnglish: "Write texts as strings, amounts as strings or numbers, and leave out what is empty",
            remedyVietnamese: "Ghi nội dung chữ dạng chuỗi, số tiền dạng chuỗi hoặc số và bỏ các khóa không có dữ liệu",
            source: "own rule",
            condition: "Strings, numbers, objects, and arrays of them where an element may repeat; no literals"
        ),
        // json.number
        Entry(
            english: "A number in exponent form",
            vietnamese: "Số ghi ở dạng lũy thừa (số mũ)",
            wireCode: "80056",
            remedyEnglish: "Write the number in plain digits, or as a string",
            remedyVietnamese: "Ghi số đầy đủ bằng chữ số thập phân hoặc dạng chuỗi",
            source: "Decision 1450 I.IV.2",
            condition: "Numbers have no exponent"
        ),
        // json.surrogate
        Entry(
            english: "An escape of half a surrogate pair",
            vietnamese: "Mã \\u biểu diễn một nửa cặp ký tự thay thế (surrogate)",
            wireCode: "80057",
            remedyEnglish: "Write the character itself in UTF-8",
            remedyVietnamese: "Ghi trực tiếp ký tự theo bảng mã UTF-8",
            source: "RFC 8259 section 8.2",
            condition: "Escapes of surrogates come in pairs, the high one first"
        ),
        // json.signature
        Entry(
            english: "A signature of XML in a line of JSON",
            vietnamese: "Dòng JSON chứa chữ ký XML",
            wireCode: "80058",
            remedyEnglish: "Leave DSCKS out; a signed manifest vouches for lines",
            remedyVietnamese: "Bỏ thẻ DSCKS; bảng kê đã ký bảo đảm cho các dòng dữ liệu",
            source: "own rule",
            condition: "A line has no DSCKS"
        ),
        // env.header-missing
        Entry(
            english: "The message header lacks a field that is needed to answer",
            vietnamese: "Thông tin chung của thông điệp thiếu chỉ tiêu cần thiết để phản hồi",
            wireCode: "80003",
            remedyEnglish: "Fill sender, message type and message id",
            remedyVietnamese: "Ghi đầy đủ mã nơi gửi, mã loại thông điệp và mã thông điệp",
            source: "Decision 1450 I.IV.5",
            condition: "TTChung holds MNGui, MTDiep and what else an answer needs, each filled"
        ),
        // env.header-structure
        Entry(
            english: "A part of the header occurs twice or is longer than allowed",
            vietnamese: "Thông tin chung của thông điệp có chỉ tiêu lặp lại hoặc vượt quá độ dài",
            wireCode: "80030",
            remedyEnglish: "Write every header field once and within its length",
            remedyVietnamese: "Mỗi chỉ tiêu của phần thông tin chung chỉ ghi một lần, đúng độ dài quy định",
            source: "Decision 1450 I.IV.5",
            condition: "Every part of the header stands once and keeps its length"
        ),
        // env.type-known
        Entry(
            english: "This type of message is not served",
            vietnamese: "Loại thông điệp không được hệ thống tiếp nhận",
            wireCode: "80031",
            remedyEnglish: "Send invoices as message 200, 203, 206 or 216",
            remedyVietnamese: "Gửi hóa đơn bằng thông điệp loại 200, 203, 206 hoặc 216",
            source: "Decision 1450 appendix I",
            condition: "MLTDiep is 200, 203, 206 or 216"
        ),
        // env.pban-known
        Entry(
            english: "The version of the message is not a known one",
            vietnamese: "Phiên bản thông điệp không thuộc các phiên bản đã biết",
            wireCode: "80032",
            remedyEnglish: "Use version 2.1.0",
            remedyVietnamese: "Dùng phiên bản 2.1.0",
            source: "Decision 1450 I.IV.5",
            condition: "PBan of the message is 2.0.0, 2.0.1 or 2.1.0"
        ),
        // env.sender-format
        Entry(
            english: "The sender must be V or K and a tax code without dash",
            vietnamese: "Mã nơi gửi phải gồm chữ V hoặc K và mã số thuế không có dấu gạch ngang",
            wireCode: "80033",
            remedyEnglish: "Write V or K and ten or thirteen digits in MNGui",
            remedyVietnamese: "Ghi MNGui gồm chữ V hoặc K và 10 hoặc 13 chữ số",
            source: "Decision 1450 I.IV.5",
            condition: "MNGui is V or K and a tax code of 10 or 13 digits without dash"
        ),
        // env.receiver-is-tct
        Entry(
            english: "The receiver must be TCT",
            vietnamese: "Mã nơi nhận phải là TCT",
            wireCode: "80034",
            remedyEnglish: "Write TCT in MNNhan",
            remedyVietnamese: "Ghi MNNhan là TCT",
            source: "Decision 1450 I.IV.5",
            condition: "MNNhan is TCT"
        ),
        // env.msgid-format
        Entry(
            english: "The message id must be the sender and 32 hexadecimal digits",
            vietnamese: "Mã thông điệp phải gồm mã nơi gửi và 32 ký tự thập lục phân",
            wireCode: "80035",
            remedyEnglish: "Make the id from MNGui and a UUID without dashes",
            remedyVietnamese: "Lập mã thông điệp từ MNGui và UUID không có dấu gạch ngang",
            source: "Decision 1450 I.IV.5",
            condition: "MTDiep is MNGui and 32 hexadecimal digits"
        ),
        // env.msgid-uuid
        Entry(
            english: "The message id should be upper case and a version 4 UUID",
            vietnamese: "Phần UUID của mã thông điệp nên là phiên bản 4, viết hoa",
            wireCode: "80036",
            remedyEnglish: "Make a version 4 UUID in upper case",
            remedyVietnamese: "Sinh UUID phiên bản 4 và viết hoa",
            source: "Decision 1450 I.IV.5",
            condition: "The digits of MTDiep are upper case and a version 4 UUID"
        ),
        // env.msgid-unique
        Entry(
            english: "The message id was used before for other content",
            vietnamese: "Mã thông điệp đã được dùng cho nội dung khác",
            wireCode: "80001",
            remedyEnglish: "Make a new message id for every message",
            remedyVietnamese: "Sinh mã thông điệp mới cho mỗi thông điệp",
            source: "Decision 1450 I.IV.5",
            condition: "MTDiep was never used for other bytes"
        ),
        // env.mst-header-equals-body
        Entry(
            english: "The taxpayer in the header is not the seller of the invoice",
            vietnamese: "Mã số thuế ở thông tin chung khác mã số thuế người bán trên hóa đơn",
            wireCode: "80037",
            remedyEnglish: "Write the seller's tax code in TTChung/MST",
            remedyVietnamese: "Ghi mã số thuế người bán vào TTChung/MST",
            source: "Decision 1450 I.IV.5",
            condition: "MST in the header is the seller's tax code in the invoices"
        ),
        // env.count-matches
        Entry(
            english: "The count in the header is not the number of items",
            vietnamese: "Số lượng ghi ở thông tin chung khác số hóa đơn trong thông điệp",
            wireCode: "80038",
            remedyEnglish: "Write the number of invoices in SLuong",
            remedyVietnamese: "Ghi SLuong bằng số hóa đơn trong thông điệp",
            source: "Decision 1450 I.IV.5",
            condition: "SLuong is the number of invoices in DLieu"
        ),
        // env.one-kind-one-taxpayer
        Entry(
            english: "The invoices of one message belong to several sellers",
            vietnamese: "Các hóa đơn trong một thông điệp không cùng một người bán",
            wireCode: "80040",
            remedyEnglish: "Send the invoices of each seller in messages of their own",
            remedyVietnamese: "Mỗi thông điệp chỉ gửi hóa đơn của một người nộp thuế",
            source: "Decision 1450 I.IV.5",
            condition: "All invoices of one message have the same seller"
        ),
        // env.one-invoice-for-code
        Entry(
            english: "A message 200 holds exactly one invoice",
            vietnamese: "Thông điệp đề nghị cấp mã phải chứa đúng một hóa đơn",
            wireCode: "80039",
            remedyEnglish: "Send each invoice in a message of its own",
            remedyVietnamese: "Mỗi thông điệp 200 chỉ gửi một hóa đơn",
            source: "Decision 1450 II.II.5",
            condition: "A message 200 holds one invoice"
        ),
        // env.batch-empty
        Entry(
            english: "The message holds no invoice",
            vietnamese: "Thông điệp không chứa hóa đơn nào",
            wireCode: "80041",
            remedyEnglish: "Put at least one HDon into DLieu",
            remedyVietnamese: "Thẻ DLieu phải có ít nhất một thẻ HDon",
            source: "Decision 1450 II.II",
            condition: "A message 203, 206 or 216 holds at least one invoice"
        ),
        // env.batch-item-limit
        Entry(
            english: "The message holds more invoices than the limit",
            vietnamese: "Thông điệp chứa nhiều hóa đơn hơn giới hạn",
            wireCode: "80043",
            remedyEnglish: "Split the invoices over several messages",
            remedyVietnamese: "Chia các hóa đơn thành nhiều thông điệp",
            source: "own safety",
            condition: "A message 203, 206 or 216 holds no more invoices than the limit (2000 by default)"
        ),
        // env.no-code-in-request
        Entry(
            english: "The invoice carries a code or the authority's signature that it cannot have yet",
            vietnamese: "Hóa đơn gửi đến đã có mã hoặc chữ ký số của cơ quan thuế",
            wireCode: "20010",
            remedyEnglish: "Send the invoice without MCCQT and DSCKS/CQT",
            remedyVietnamese: "Gửi hóa đơn không có thẻ MCCQT và DSCKS/CQT",
            source: "Decision 1450 II.II.5",
            condition: "An invoice sent for a code has no MCCQT and no signature of the authority"
        ),
        // env.empty-code-element
        Entry(
            english: "The invoice carries an empty code element",
            vietnamese: "Hóa đơn có thẻ mã của cơ quan thuế để trống",
            wireCode: "20011",
            remedyEnglish: "Leave MCCQT out",
            remedyVietnamese: "Không đưa thẻ MCCQT vào hóa đơn gửi cấp mã",
            source: "Decision 1450 II.II.5",
            condition: "An invoice sent for a code has no empty MCCQT either"
        ),
        // env.mandatory-present
        Entry(
            english: "A mandatory field is missing or empty",
            vietnamese: "Sai định dạng dữ liệu: chỉ tiêu bắt buộc bị thiếu hoặc để trống",
            wireCode: "20001",
            remedyEnglish: "Fill the field named in the reason",
            remedyVietnamese: "Ghi đầy đủ chỉ tiêu được nêu trong lý do",
            source: "Decision 1450 part II, field tables",
            condition: "Every field that its table marks mandatory is there and filled"
        ),
        // env.field-length
        Entry(
            english: "A text is longer than its field allows",
            vietnamese: "Sai định dạng dữ liệu: nội dung vượt quá độ dài tối đa của chỉ tiêu",
            wireCode: "20001",
            remedyEnglish: "Shorten the text to the length in the standard",
            remedyVietnamese: "Rút ngắn nội dung theo độ dài tối đa quy định",
            source: "Decision 1450 part II, field tables",
            condition: "A text has at most as many characters as its table allows"
        ),
        // env.number-format
        Entry(
            english: "A number is not written as the standard demands",
            vietnamese: "Sai định dạng dữ liệu: chỉ tiêu số không đúng định dạng",
            wireCode: "20001",
            remedyEnglish: "Write digits with a decimal point, without separators or exponent",
            remedyVietnamese: "Ghi số bằng chữ số, dấu chấm thập phân, không có dấu phân cách hàng nghìn",
            source: "Decision 1450 I.IV.2",
            condition: "A number is an optional minus, digits and a point: 21 digits, 6 decimals, or as its table says"
        ),
        // env.date-format
        Entry(
            english: "A date is not a real day written YYYY-MM-DD",
            vietnamese: "Sai định dạng dữ liệu: ngày không hợp lệ hoặc không theo dạng YYYY-MM-DD",
            wireCode: "20001",
            remedyEnglish: "Write the day as YYYY-MM-DD",
            remedyVietnamese: "Ghi ngày theo dạng YYYY-MM-DD",
            source: "Decision 1450 I.IV.2",
            condition: "A date is a real day written YYYY-MM-DD"
        ),
        // env.duplicate-field
        Entry(
            english: "A field that may occur once occurs again",
            vietnamese: "Sai định dạng dữ liệu: chỉ tiêu chỉ được ghi một lần bị lặp lại",
            wireCode: "20001",
            remedyEnglish: "Keep one of the fields of that name",
            remedyVietnamese: "Chỉ giữ lại một thẻ của chỉ tiêu bị lặp",
            source: "Decision 1450 part II, field tables",
            condition: "A field stands once where its table does not let it repeat"
        ),
        // env.datetime-zone
        Entry(
            english: "A time carries a zone letter; it is read as local time",
            vietnamese: "Thời gian có ký hiệu múi giờ; hệ thống hiểu là giờ Việt Nam",
            wireCode: "20012",
            remedyEnglish: "Write the local time without a zone letter",
            remedyVietnamese: "Ghi giờ Việt Nam, không kèm ký hiệu múi giờ",
            source: "Decision 1450 I.IV.2",
            condition: "A time is written YYYY-MM-DDThh:mm:ss without a zone"
        ),
        // env.unknown-element
        Entry(
            english: "An element that the standard does not know in the signed part",
            vietnamese: "Phần dữ liệu ký chứa thẻ không có trong quy định",
            wireCode: "20013",
            remedyEnglish: "Put own data into TTKhac/TTin",
            remedyVietnamese: "Đưa thông tin tự định nghĩa vào thẻ TTKhac/TTin",
            source: "Decision 1450 II.II.1",
            condition: "The signed part holds only elements of the tables, and TTKhac"
        ),
        // env.ttkhac-limit
        Entry(
            english: "A free field exceeds its length or has an unknown type",
            vietnamese: "Thông tin khác (TTKhac) vượt quá độ dài hoặc sai kiểu dữ liệu",
            wireCode: "20014",
            remedyEnglish: "Use at most 500 characters and the type string, numeric, dateTime or date",
            remedyVietnamese: "Ghi không quá 500 ký tự, kiểu dữ liệu là string, numeric, dateTime hoặc date",
            source: "Decision 1450 II.II.1, appendix III",
            condition: "A free field has at most 500 characters and the type string, numeric, dateTime or date"
        ),
        // snd.direct-uncoded
        Entry(
            english: "Direct senders are foreseen for invoices without code only",
            vietnamese: "Đơn vị gửi trực tiếp chỉ áp dụng cho hóa đơn không có mã",
            wireCode: "20101",
            remedyEnglish: "Send invoices that need a code through a service provider",
            remedyVietnamese: "Gửi hóa đơn đề nghị cấp mã qua tổ chức cung cấp dịch vụ",
            source: "Decree 254/2026 art. 12.1, 16.3.b",
            condition: "A direct sender (K) sends invoices without code; for a code they go through a provider (V)"
        ),
        // snd.direct-own-or-group
        Entry(
            english: "A direct sender sends for itself or its subsidiaries only",
            vietnamese: "Đơn vị gửi trực tiếp chỉ gửi dữ liệu của chính mình hoặc của đơn vị thành viên",
            wireCode: "80042",
            remedyEnglish: "Send the data of other taxpayers through a service provider",
            remedyVietnamese: "Gửi dữ liệu của người nộp thuế khác qua tổ chức cung cấp dịch vụ",
            source: "Decree 254/2026 art. 16.3.b.1",
            condition: "A direct sender (K) sends its own invoices, or those of its subsidiaries"
        ),
        // reg.taxpayer-exists
        Entry(
            english: "The seller is not in the registry",
            vietnamese: "Mã số thuế người bán không có trong dữ liệu đăng ký thuế",
            wireCode: "20110",
            remedyEnglish: "Check the seller's tax code or register first",
            remedyVietnamese: "Kiểm tra lại mã số thuế người bán hoặc hoàn thành đăng ký thuế",
            source: "Decree 254/2026 art. 12.2.a.3; Decision 1450 form 01/ĐKTĐ-HĐĐT (MST)",
            condition: "The seller's tax code is in the registry; a budget code alone (MDVQHNSach) declares nothing"
        ),
        // stop.a-code-closed
        Entry(
            english: "The seller's tax code is closed",
            vietnamese: "Người bán đã chấm dứt hiệu lực mã số thuế",
            wireCode: "20111",
            remedyEnglish: "Settle the tax status with the managing tax office",
            remedyVietnamese: "Liên hệ cơ quan thuế quản lý về trạng thái mã số thuế",
            source: "Circular 91/2026 art. 8.1.a",
            condition: "The seller's tax code is not closed"
        ),
        // stop.b-not-at-address
        Entry(
            english: "The seller was found not to be at its registered address",
            vietnamese: "Người bán không hoạt động tại địa chỉ đã đăng ký",
            wireCode: "20122",
            remedyEnglish: "Settle the registered address with the managing tax office",
            remedyVietnamese: "Liên hệ cơ quan thuế quản lý về địa chỉ đã đăng ký",
            source: "Circular 91/2026 art. 8.1.b, 8.2.a",
            condition: "No stop by letter b is in force for the seller at the time of receipt"
        ),
        // stop.c-suspended
        Entry(
            english: "The seller's business is suspended",
            vietnamese: "Người bán đang tạm ngừng hoạt động, kinh doanh",
            wireCode: "20112",
            remedyEnglish: "Ask the managing tax office before issuing invoices",
            remedyVietnamese: "Liên hệ cơ quan thuế quản lý trước khi lập hóa đơn",
            source: "Circular 91/2026 art. 8.1.c",
            condition: "The seller's business is not suspended"
        ),
        // stop.d-enforced
        Entry(
            english: "The seller's invoices are stopped to enforce a tax debt",
            vietnamese: "Người bán bị cưỡng chế nợ thuế bằng biện pháp ngừng sử dụng hóa đơn",
            wireCode: "20123",
            remedyEnglish: "Pay the debt or ask the managing tax office",
            remedyVietnamese: "Nộp tiền thuế nợ hoặc liên hệ cơ quan thuế quản lý",
            source: "Circular 91/2026 art. 8.1.d, 8.2.a",
            condition: "No stop by letter d is in force for the seller at the time of receipt"
        ),
        // stop.dd-illicit-goods
        Entry(
            english: "The seller must explain sales of smuggled, banned or fake goods",
            vietnamese: "Người bán đang phải giải trình việc bán hàng nhập lậu, hàng cấm, hàng giả",
            wireCode: "20124",
            remedyEnglish: "Explain to the managing tax office; until then issue per occurrence",
            remedyVietnamese: "Giải trình với cơ quan thuế quản lý; khi đó chỉ dùng hóa đơn theo từng lần phát sinh",
            source: "Circular 91/2026 art. 8.1.đ, 8.2.d",
            condition: "No stop by letter đ is in force for the seller at the time of receipt"
        ),
        // stop.e-fraud
        Entry(
            english: "The seller's invoices are stopped: sales that never were",
            vietnamese: "Người bán bị ngừng sử dụng hóa đơn do lập hóa đơn bán khống để chiếm đoạt tiền",
            wireCode: "20125",
            remedyEnglish: "Contact the managing tax office",
            remedyVietnamese: "Liên hệ cơ quan thuế quản lý",
            source: "Circular 91/2026 art. 8.1.e, 8.2.c",
            condition: "No stop by letter e is in force for the seller at the time of receipt"
        ),
        // stop.g-conditional-trade
        Entry(
            english: "The seller's trade is suspended, or a violation was reported by a competent body",
            vietnamese: "Người bán bị yêu cầu tạm ngừng ngành nghề có điều kiện hoặc bị thông báo vi phạm",
            wireCode: "20126",
            remedyEnglish: "Explain to the managing tax office; until then issue per occurrence",
            remedyVietnamese: "Giải trình với cơ quan thuế quản lý; khi đó chỉ dùng hóa đơn theo từng lần phát sinh",
            source: "Circular 91/2026 art. 8.1.g, 8.2.d",
            condition: "No stop by letter g is in force for the seller at the time of receipt"
        ),
        // stop.h-cash-or-own-request
        Entry(
            english: "The seller asked to stop such invoices, or no longer qualifies for cash registers",
            vietnamese: "Người bán đề nghị ngừng sử dụng hóa đơn này hoặc không còn đủ điều kiện dùng máy tính tiền",
            wireCode: "20127",
            remedyEnglish: "Register again by form 01/ĐKTĐ-HĐĐT before issuing",
            remedyVietnamese: "Đăng ký lại theo mẫu 01/ĐKTĐ-HĐĐT trước khi lập hóa đơn",
            source: "Circular 91/2026 art. 8.1.h, 8.2.b",
            condition: "No stop by letter h is in force for this kind of invoice at the time of receipt"
        ),
        // stop.i-household-data
        Entry(
            english: "The household's data do not match the population database",
            vietnamese: "Thông tin đăng ký thuế của hộ, cá nhân kinh doanh không khớp dữ liệu quốc gia về dân cư",
            wireCode: "20128",
            remedyEnglish: "Complete the tax registration",
            remedyVietnamese: "Bổ sung thông tin đăng ký thuế",
            source: "Circular 91/2026 art. 8.1.i, 8.2.a",
            condition: "No stop by letter i is in force for the seller at the time of receipt"
        ),
        // stop.k-evasion
        Entry(
            english: "The seller's invoices are stopped for tax evasion or trading in invoices",
            vietnamese: "Người bán bị ngừng sử dụng hóa đơn do trốn thuế, mua bán hóa đơn không hợp pháp",
            wireCode: "20129",
            remedyEnglish: "Contact the managing tax office",
            remedyVietnamese: "Liên hệ cơ quan thuế quản lý",
            source: "Circular 91/2026 art. 8.1.k, 8.2.c",
            condition: "No stop by letter k is in force for the seller at the time of receipt"
        ),
        // stop.l-high-risk
        Entry(
            english: "The seller is at high risk and must explain its use of invoices",
            vietnamese: "Người bán thuộc diện rủi ro cao về thuế, hóa đơn và đang phải giải trình",
            wireCode: "20130",
            remedyEnglish: "Explain to the managing tax office; until then issue per occurrence",
            remedyVietnamese: "Giải trình với cơ quan thuế quản lý; khi đó chỉ dùng hóa đơn theo từng lần phát sinh",
            source: "Circular 91/2026 art. 8.1.l, 8.2.d",
            condition: "No stop by letter l is in force for the seller at the time of receipt"
        ),
        // stop.late-data
        Entry(
            english: "Data of an invoice dated before the stop arrive while it is in force",
            vietnamese: "Dữ liệu hóa đơn lập trước ngày ngừng sử dụng được gửi đến trong thời gian ngừng sử dụng",
            wireCode: "20131",
            remedyEnglish: "Send the data of all invoices before a stop begins",
            remedyVietnamese: "Gửi đầy đủ dữ liệu hóa đơn trước khi ngừng sử dụng",
            source: "Circular 91/2026 art. 8.2.a; Decree 254/2026 art. 16.3",
            condition: "Data of messages 203, 206 and 216 dated before a stop arrive before it"
        ),
        // stop.delegation
        Entry(
            english: "The delegate's invoices are stopped",
            vietnamese: "Bên nhận ủy nhiệm đang thuộc trường hợp ngừng, tạm ngừng sử dụng hóa đơn",
            wireCode: "20134",
            remedyEnglish: "Issue the invoice without the delegate, or after its stop has ended",
            remedyVietnamese: "Tự lập hóa đơn hoặc lập sau khi bên nhận ủy nhiệm được tiếp tục sử dụng hóa đơn",
            source: "Circular 91/2026 art. 8.2.đ, 9.1.a",
            condition: "The delegate is not closed, suspended or stopped at the time of receipt"
        ),
        // reg.coded-covered
        Entry(
            english: "The seller did not register invoices with code",
            vietnamese: "Người bán chưa đăng ký sử dụng hóa đơn điện tử có mã",
            wireCode: "20113",
            remedyEnglish: "Register invoices with code by form 01/ĐKTĐ-HĐĐT",
            remedyVietnamese: "Đăng ký hóa đơn có mã theo mẫu 01/ĐKTĐ-HĐĐT",
            source: "Decree 254/2026 art. 12.2.a.3; Circular 91/2026 form 01/ĐKTĐ",
            condition: "The seller registered invoices with code"
        ),
        // reg.uncoded-covered
        Entry(
            english: "The seller did not register invoices without code",
            vietnamese: "Người bán chưa đăng ký sử dụng hóa đơn điện tử không có mã",
            wireCode: "20116",
            remedyEnglish: "Register invoices without code by form 01/ĐKTĐ-HĐĐT",
            remedyVietnamese: "Đăng ký hóa đơn không có mã theo mẫu 01/ĐKTĐ-HĐĐT",
            source: "Decree 254/2026 art. 12.2.a.3; Circular 91/2026 form 01/ĐKTĐ",
            condition: "The seller registered invoices without code"
        ),
        // reg.cash-covered
        Entry(
            english: "The seller did not register invoices from cash registers",
            vietnamese: "Người bán chưa đăng ký sử dụng hóa đơn khởi tạo từ máy tính tiền",
            wireCode: "20117",
            remedyEnglish: "Register invoices from cash registers by form 01/ĐKTĐ-HĐĐT",
            remedyVietnamese: "Đăng ký hóa đơn khởi tạo từ máy tính tiền theo mẫu 01/ĐKTĐ-HĐĐT",
            source: "Decree 254/2026 art. 12.2.a.3; Circular 91/2026 form 01/ĐKTĐ",
            condition: "The seller registered invoices with code from cash registers"
        ),
        // reg.cash-uncoded-covered
        Entry(
            english: "The seller is not known to have registered invoices without code from cash registers",
            vietnamese: "Chưa có thông tin đăng ký hóa đơn không mã khởi tạo từ máy tính tiền của người bán",
            wireCode: "20118",
            remedyEnglish: "Register invoices without code from cash registers by form 01/ĐKTĐ-HĐĐT",
            remedyVietnamese: "Đăng ký hóa đơn không mã khởi tạo từ máy tính tiền theo mẫu 01/ĐKTĐ-HĐĐT",
            source: "Circular 91/2026 form 01/ĐKTĐ",
            condition: "The seller registered invoices without code and from cash registers"
        ),
        // reg.kind-covered
        Entry(
            english: "The seller did not register this form of invoice",
            vietnamese: "Người bán chưa đăng ký sử dụng loại hóa đơn này",
            wireCode: "20114",
            remedyEnglish: "Register this kind of invoice by form 01/ĐKTĐ-HĐĐT",
            remedyVietnamese: "Đăng ký loại hóa đơn này theo mẫu 01/ĐKTĐ-HĐĐT",
            source: "Decree 254/2026 art. 12.2.a.3; Circular 91/2026 form 01/ĐKTĐ",
            condition: "The seller registered the form of the invoice"
        ),
        // reg.household-coded
        Entry(
            english: "A household or individual issues an invoice without code",
            vietnamese: "Hộ, cá nhân kinh doanh lập hóa đơn không có mã của cơ quan thuế",
            wireCode: "20121",
            remedyEnglish: "Use invoices with code, or from a cash register",
            remedyVietnamese: "Sử dụng hóa đơn có mã hoặc hóa đơn khởi tạo từ máy tính tiền",
            source: "Decree 254/2026 art. 6.1.b, 6.1.d",
            condition: "Households and individuals issue invoices with code, or from cash registers"
        ),
        // reg.delegation-declared
        Entry(
            english: "The delegation is not declared for this date, form and symbol",
            vietnamese: "Việc ủy nhiệm lập hóa đơn chưa được thông báo cho ngày lập, mẫu số và ký hiệu này",
            wireCode: "20132",
            remedyEnglish: "Declare the delegation by form 01/ĐKTĐ-HĐĐT, both parties",
            remedyVietnamese: "Hai bên thông báo ủy nhiệm theo mẫu 01/ĐKTĐ-HĐĐT",
            source: "Circular 91/2026 art. 9.1.c, 9.3; Decision 1450 part I, message 101",
            condition: "The delegation is declared for NLap, form and symbol; not asked before any was imported"
        ),
        // reg.delegate-eligible
        Entry(
            english: "The delegate is not entitled to use electronic invoices",
            vietnamese: "Bên nhận ủy nhiệm không đủ điều kiện sử dụng hóa đơn điện tử",
            wireCode: "20133",
            remedyEnglish: "Choose a delegate that registered electronic invoices",
            remedyVietnamese: "Chọn bên nhận ủy nhiệm đã đăng ký sử dụng hóa đơn điện tử",
            source: "Circular 91/2026 art. 9.1.a",
            condition: "The delegate is in the registry, and its registration covers NLap"
        ),
        // date.after-registration
        Entry(
            english: "The invoice is dated before the registration was accepted",
            vietnamese: "Ngày lập hóa đơn trước ngày đăng ký được chấp nhận",
            wireCode: "20115",
            remedyEnglish: "Issue invoices only after the registration was accepted",
            remedyVietnamese: "Chỉ lập hóa đơn sau khi đăng ký được cơ quan thuế chấp nhận",
            source: "Decree 254/2026 art. 3.7, 4.3",
            condition: "The invoice is dated on the day the registration was accepted, or later"
        ),
        // sig.seller-present
        Entry(
            english: "The seller's signature is missing",
            vietnamese: "Hóa đơn không có chữ ký số của người bán",
            wireCode: "20201",
            remedyEnglish: "Sign the invoice in DSCKS/NBan",
            remedyVietnamese: "Ký số hóa đơn tại thẻ DSCKS/NBan",
            source: "Decree 254/2026 art. 10.1.e",
            condition: "DSCKS/NBan holds the seller's signature"
        ),
        // sig.batch-206
        Entry(
            english: "The seller's signature over the package is missing, does not cover DLieu or does not verify",
            vietnamese: "Gói dữ liệu không có chữ ký số của người bán trên thẻ DLieu hoặc chữ ký không hợp lệ",
            wireCode: "20226",
            remedyEnglish: "Sign the whole DLieu in CKSNNT and send the package again",
            remedyVietnamese: "Ký số trên toàn bộ thẻ DLieu tại thẻ CKSNNT rồi gửi lại gói dữ liệu",
            source: "Decision 1450 I.IV.4; Decree 254/2026 art. 8.9",
            condition: "CKSNNT holds a signature of the seller that covers DLieu and verifies"
        ),
        // sig.structure
        Entry(
            english: "The signature is not built as XML Signature demands",
            vietnamese: "Chữ ký số không đúng cấu trúc XML Signature",
            wireCode: "20202",
            remedyEnglish: "Sign again with software that follows XML Signature",
            remedyVietnamese: "Ký lại bằng phần mềm tuân thủ chuẩn XML Signature",
            source: "Decision 1450 I.IV.4",
            condition: "The signature follows its schema and refers to the data and its own Object only"
        ),
        // sig.id-scope
        Entry(
            english: "An Id occurs twice in the invoice",
            vietnamese: "Thuộc tính Id bị trùng trong cùng một hóa đơn",
            wireCode: "20203",
            remedyEnglish: "Give every element an Id of its own and sign again",
            remedyVietnamese: "Đặt Id khác nhau cho từng thẻ rồi ký lại",
            source: "own safety",
            condition: "Each Id stands once inside its invoice"
        ),
        // sig.single-data
        Entry(
            english: "The invoice has more than one DLHDon",
            vietnamese: "Hóa đơn có nhiều hơn một thẻ DLHDon",
            wireCode: "20204",
            remedyEnglish: "Send one DLHDon in each invoice",
            remedyVietnamese: "Mỗi hóa đơn chỉ có một thẻ DLHDon",
            source: "Decision 1450 II.II.1",
            condition: "The invoice has one DLHDon"
        ),
        // sig.reference-outside
        Entry(
            english: "The signature refers to something outside its own invoice",
            vietnamese: "Chữ ký số tham chiếu đến dữ liệu ngoài hóa đơn",
            wireCode: "20205",
            remedyEnglish: "Refer only to Ids inside the invoice",
            remedyVietnamese: "Chỉ tham chiếu đến Id nằm trong hóa đơn",
            source: "own safety",
            condition: "Every reference is #Id of an element inside the same invoice"
        ),
        // sig.transforms
        Entry(
            english: "The signature uses a transform that is not allowed",
            vietnamese: "Chữ ký số dùng phép biến đổi (Transform) không được phép",
            wireCode: "20206",
            remedyEnglish: "Use no transform, or enveloped-signature and C14N 1.0",
            remedyVietnamese: "Chỉ dùng enveloped-signature và C14N 1.0, hoặc không dùng Transform",
            source: "own safety",
            condition: "A reference has no other transforms than enveloped-signature and inclusive C14N 1.0"
        ),
        // sig.c14n-inclusive
        Entry(
            english: "The signature uses another canonical form than inclusive C14N 1.0",
            vietnamese: "Chữ ký số dùng phương pháp chuẩn hóa khác C14N 1.0",
            wireCode: "20207",
            remedyEnglish: "Sign with inclusive Canonical XML 1.0",
            remedyVietnamese: "Ký lại theo phương pháp chuẩn hóa C14N 1.0",
            source: "Decision 1450 I.IV.4",
            condition: "The canonical form is inclusive C14N 1.0, with or without comments"
        ),
        // sig.algorithm-known
        Entry(
            english: "The signature or digest algorithm is not served",
            vietnamese: "Thuật toán ký hoặc thuật toán băm không được hỗ trợ",
            wireCode: "20208",
            remedyEnglish: "Sign with RSA or ECDSA P-256 and SHA-256",
            remedyVietnamese: "Ký lại bằng RSA hoặc ECDSA P-256 với SHA-256",
            source: "Decision 1450 I.IV.4",
            condition: "rsa-sha1, rsa-sha256 or ecdsa-sha256 that fits the key, over digests of sha1 or sha256"
        ),
        // sig.algorithm
        Entry(
            english: "The signature uses SHA-1",
            vietnamese: "Chữ ký số dùng thuật toán băm SHA-1",
            wireCode: "20209",
            remedyEnglish: "Sign with SHA-256",
            remedyVietnamese: "Chuyển sang ký với SHA-256",
            source: "practice; Decision 1450 I.IV.4",
            condition: "Signature and digests use SHA-256"
        ),
        // sig.key-size-served
        Entry(
            english: "The key is outside the sizes served",
            vietnamese: "Độ dài khóa của chứng thư số không được hỗ trợ",
            wireCode: "20210",
            remedyEnglish: "Use an RSA key of 1024 to 4096 bits or P-256",
            remedyVietnamese: "Dùng khóa RSA từ 1024 đến 4096 bit hoặc P-256",
            source: "own safety",
            condition: "The key is RSA of 1024 to 4096 bits, or P-256"
        ),
        // sig.key-size
        Entry(
            english: "The key has fewer than 2048 bits",
            vietnamese: "Khóa của chứng thư số ngắn hơn 2048 bit",
            wireCode: "20211",
            remedyEnglish: "Renew the certificate with a longer key",
            remedyVietnamese: "Gia hạn chứng thư số với khóa từ 2048 bit",
            source: "practice",
            condition: "An RSA key has 2048 bits or more"
        ),
        // sig.covers-data
        Entry(
            english: "The signature does not cover DLHDon",
            vietnamese: "Chữ ký số không bao gồm dữ liệu hóa đơn (DLHDon)",
            wireCode: "20212",
            remedyEnglish: "Sign the whole DLHDon",
            remedyVietnamese: "Ký trên toàn bộ thẻ DLHDon",
            source: "Decision 1450 I.IV.4",
            condition: "One reference is to DLHDon itself"
        ),
        // sig.covers-signing-time
        Entry(
            english: "The signing time is missing or not covered by the signature",
            vietnamese: "Thời điểm ký không có hoặc không nằm trong phạm vi ký số",
            wireCode: "20213",
            remedyEnglish: "Put SigningTime in a signed Object",
            remedyVietnamese: "Đặt SigningTime trong thẻ Object được ký",
            source: "Decision 1450 I.IV.4",
            condition: "A SigningTime stands in the signature and is covered by one of its references"
        ),
        // sig.digest-and-value
        Entry(
            english: "A digest or the signature value does not verify",
            vietnamese: "Chữ ký số không hợp lệ: dữ liệu đã bị thay đổi sau khi ký",
            wireCode: "20214",
            remedyEnglish: "Send the invoice exactly as it was signed, or sign it again",
            remedyVietnamese: "Gửi đúng dữ liệu đã ký hoặc ký lại hóa đơn",
            source: "Decision 1450 I.IV.4",
            condition: "Every digest and the signature value verify over the bytes sent"
        ),
        // sig.own-document
        Entry(
            english: "The signature holds only with the invoice taken as a document of its own",
            vietnamese: "Chữ ký số chỉ hợp lệ khi xét hóa đơn như một tài liệu riêng",
            wireCode: "20215",
            remedyEnglish: "Do not declare namespaces outside HDon",
            remedyVietnamese: "Không khai báo không gian tên bên ngoài thẻ HDon",
            source: "practice",
            condition: "The signature verifies where it stands, with the namespaces declared around it"
        ),
        // sig.cert-attached
        Entry(
            english: "The signature carries no readable certificate",
            vietnamese: "Chữ ký số không kèm chứng thư số đọc được",
            wireCode: "20216",
            remedyEnglish: "Put the certificate in KeyInfo/X509Data/X509Certificate",
            remedyVietnamese: "Đưa chứng thư số vào thẻ KeyInfo/X509Data/X509Certificate",
            source: "Decision 1450 I.IV.4",
            condition: "KeyInfo holds a readable X.509 certificate"
        ),
        // sig.subject-name
        Entry(
            english: "The signature lacks X509SubjectName",
            vietnamese: "Chữ ký số thiếu thẻ X509SubjectName",
            wireCode: "20217",
            remedyEnglish: "Add X509SubjectName",
            remedyVietnamese: "Bổ sung thẻ X509SubjectName",
            source: "Decision 1450 I.IV.4",
            condition: "KeyInfo holds X509SubjectName"
        ),
        // sig.cert-chain
        Entry(
            english: "The certificate does not lead to a trusted authority",
            vietnamese: "Chứng thư số không do tổ chức chứng thực được công nhận cấp",
            wireCode: "20218",
            remedyEnglish: "Sign with a certificate of a licensed authority",
            remedyVietnamese: "Ký bằng chứng thư số của tổ chức chứng thực được cấp phép",
            source: "Decree 254/2026 annex 6; Decision 1450 I.IV.4",
            condition: "The certificate leads to an authority that the ledger trusts"
        ),
        // sig.cert-valid-at-signing
        Entry(
            english: "The certificate was not valid at the signing time",
            vietnamese: "Chứng thư số không còn hoặc chưa có hiệu lực tại thời điểm ký",
            wireCode: "20219",
            remedyEnglish: "Renew the certificate and sign again",
            remedyVietnamese: "Gia hạn chứng thư số rồi ký lại",
            source: "Decision 1450 I.IV.4",
            condition: "The certificate was valid at the signing time"
        ),
        // sig.cert-valid-at-receipt
        Entry(
            english: "The certificate was not valid when the message arrived",
            vietnamese: "Chứng thư số không còn hiệu lực tại thời điểm cơ quan thuế nhận",
            wireCode: "20220",
            remedyEnglish: "Renew the certificate and sign again",
            remedyVietnamese: "Gia hạn chứng thư số rồi ký lại",
            source: "Decree 254/2026 art. 12.2.a",
            condition: "The certificate was valid when the message arrived"
        ),
        // sig.cert-not-revoked
        Entry(
            english: "The certificate is revoked",
            vietnamese: "Chứng thư số đã bị thu hồi",
            wireCode: "20221",
            remedyEnglish: "Sign again with a certificate in force",
            remedyVietnamese: "Ký lại bằng chứng thư số còn hiệu lực",
            source: "Decision 1450 I.IV.4",
            condition: "The certificate was not revoked when the message arrived, whatever the signing time claims"
        ),
        // sig.revocation-fresh
        Entry(
            english: "The revocation list of the certificate's issuer is out of date",
            vietnamese: "Danh sách thu hồi chứng thư số của tổ chức chứng thực đã quá hạn cập nhật",
            wireCode: "20230",
            remedyEnglish: "Nothing to mend in the invoice: the authority adds the issuer's latest list (trust crl)",
            remedyVietnamese: "Hóa đơn không cần sửa: cơ quan thuế bổ sung danh sách thu hồi mới nhất (trust crl)",
            source: "practice",
            condition: "Of an issuer whose lists the ledger has, the latest is not due for renewal before the receipt"
        ),
        // sig.cert-registered
        Entry(
            english: "The certificate is not on the taxpayer's registered list for that time",
            vietnamese: "Chứng thư số chưa được đăng ký sử dụng tại thời điểm ký",
            wireCode: "20222",
            remedyEnglish: "Register the certificate by form 01/ĐKTĐ-HĐĐT",
            remedyVietnamese: "Đăng ký chứng thư số theo mẫu 01/ĐKTĐ-HĐĐT",
            source: "Decree 254/2026 art. 12.2.a.3",
            condition: "The certificate is on the taxpayer's list for that time; taxpayers without a list are not asked"
        ),
        // sig.cert-owner
        Entry(
            english: "The certificate belongs to another taxpayer",
            vietnamese: "Chứng thư số không thuộc người bán hoặc đơn vị nhận ủy nhiệm",
            wireCode: "20223",
            remedyEnglish: "Sign with the seller's or the delegate's certificate",
            remedyVietnamese: "Ký bằng chứng thư số của người bán hoặc đơn vị nhận ủy nhiệm",
            source: "Decree 254/2026 annex 6",
            condition: "The certificate names the seller, or its delegate, as owner"
        ),
        // sig.delegate-signs
        Entry(
            english: "The delegated invoice is not signed by the delegate",
            vietnamese: "Hóa đơn ủy nhiệm không được ký bằng chứng thư số của bên nhận ủy nhiệm",
            wireCode: "20231",
            remedyEnglish: "Let the delegate sign, with a certificate on its registered list",
            remedyVietnamese: "Bên nhận ủy nhiệm ký bằng chứng thư số đã đăng ký",
            source: "Decree 254/2026 annex 9.m; Circular 91/2026 art. 9.3.b.1",
            condition: "Where MSTDVNUNLHDon is there, the delegate's certificate signs in DSCKS/NBan"
        ),
        // sig.time-not-future
        Entry(
            english: "The signing time lies after the receipt",
            vietnamese: "Thời điểm ký sau thời điểm cơ quan thuế nhận",
            wireCode: "20224",
            remedyEnglish: "Set the clock of the signing machine",
            remedyVietnamese: "Chỉnh lại đồng hồ của máy ký số",
            source: "practice",
            condition: "The signing time is not later than the receipt, a few minutes allowed"
        ),
        // sig.time-not-old
        Entry(
            english: "The signing time lies too long before the receipt",
            vietnamese: "Thời điểm ký cách quá xa thời điểm cơ quan thuế nhận",
            wireCode: "20225",
            remedyEnglish: "Send invoices on the day they are signed",
            remedyVietnamese: "Gửi hóa đơn ngay sau khi ký",
            source: "Decree 254/2026 annex 7",
            condition: "The signing time lies within 30 days before the receipt"
        ),
        // sig.exempt-cash
        Entry(
            english: "An invoice from a cash register carries a signature of its own that does not hold",
            vietnamese: "Chữ ký số riêng của hóa đơn khởi tạo từ máy tính tiền không hợp lệ",
            wireCode: "20227",
            remedyEnglish: "Leave DSCKS/NBan of the single invoice empty: the package is signed",
            remedyVietnamese: "Để trống thẻ DSCKS/NBan của từng hóa đơn: chữ ký đặt trên gói dữ liệu",
            source: "Decree 254/2026 art. 8.9.b",
            condition: "A signature on a single invoice of a cash register holds, where there is one"
        ),
        // sig.buyer-optional
        Entry(
            english: "The buyer's signature is there, but does not hold",
            vietnamese: "Hóa đơn có chữ ký số của người mua nhưng chữ ký không hợp lệ",
            wireCode: "20228",
            remedyEnglish: "Let the buyer sign again, or leave DSCKS/NMua empty: it is optional",
            remedyVietnamese: "Đề nghị người mua ký lại hoặc để trống thẻ DSCKS/NMua: không bắt buộc",
            source: "Decree 254/2026 annex 9.a; Decision 1450 II.II.1",
            condition: "A signature in NMua, if there, covers DLHDon and verifies, with a trusted certificate"
        ),
        // sig.other-optional
        Entry(
            english: "Another signature is there, but does not hold",
            vietnamese: "Hóa đơn có chữ ký số khác (CCKSKhac) nhưng chữ ký không hợp lệ",
            wireCode: "20229",
            remedyEnglish: "Let its signer sign again, or take it out of DSCKS/CCKSKhac: it is optional",
            remedyVietnamese: "Đề nghị bên ký ký lại hoặc bỏ chữ ký khỏi thẻ DSCKS/CCKSKhac: không bắt buộc",
            source: "Decision 1450 II.II.1",
            condition: "A signature in CCKSKhac, if there, covers DLHDon and verifies, with a trusted certificate"
        ),
        // form.known
        Entry(
            english: "The form must be a digit from 1 to 9",
            vietnamese: "Ký hiệu mẫu số hóa đơn phải là chữ số từ 1 đến 9",
            wireCode: "20301",
            remedyEnglish: "Write the digit of the invoice's form in KHMSHDon",
            remedyVietnamese: "Ghi KHMSHDon bằng một chữ số từ 1 đến 9",
            source: "Circular 91/2026 art. 4.1, annex I",
            condition: "KHMSHDon is a digit from 1 to 9"
        ),
        // form.not-served
        Entry(
            english: "This form is not served yet",
            vietnamese: "Hệ thống chưa tiếp nhận loại hóa đơn này",
            wireCode: "20302",
            remedyEnglish: "Send the invoice again",
            remedyVietnamese: "Gửi lại hóa đơn",
            source: "own scope; since all nine forms are served, no longer evaluated",
            condition: "The form is served; no longer evaluated"
        ),
        // form.name-matches
        Entry(
            english: "The name of the invoice is that of another form",
            vietnamese: "Tên hóa đơn là tên của loại hóa đơn khác",
            wireCode: "20318",
            remedyEnglish: "Write the name that goes with KHMSHDon in THDon",
            remedyVietnamese: "Ghi THDon phù hợp với ký hiệu mẫu số hóa đơn",
            source: "Decree 254/2026 annex 1.a; Circular 91/2026 annex I",
            condition: "THDon is a name of the form in KHMSHDon"
        ),
        // series.pattern
        Entry(
            english: "The symbol does not follow the legal pattern",
            vietnamese: "Ký hiệu hóa đơn không đúng cấu trúc quy định",
            wireCode: "20303",
            remedyEnglish: "Write C or K, the year, a type letter and two capitals, such as C26TAA",
            remedyVietnamese: "Ghi C hoặc K, 2 số cuối của năm, chữ loại hóa đơn và 2 chữ in hoa, ví dụ C26TAA",
            source: "Circular 91/2026 art. 4.2, annex I",
            condition: "KHHDon is C or K, two digits of the year, one letter of TDLMNBGHXF, and two letters"
        ),
        // series.year-matches-issue-date
        Entry(
            english: "The year in the symbol is not the year of the invoice date",
            vietnamese: "Năm trong ký hiệu hóa đơn khác năm của ngày lập",
            wireCode: "20304",
            remedyEnglish: "Use the symbol of the year of the invoice date",
            remedyVietnamese: "Dùng ký hiệu của năm lập hóa đơn",
            source: "Circular 91/2026 annex I",
            condition: "The year in KHHDon is the year of NLap"
        ),
        // series.code-letter-vs-message
        Entry(
            english: "The first letter of the symbol does not fit the message: C for 200 and 206, K for 203 and 216",
            vietnamese: "Chữ cái đầu của ký hiệu không đúng với loại thông điệp: C cho 200 và 206, K cho 203 và 216",
            wireCode: "20305",
            remedyEnglish: "Send the invoice in the message for its symbol",
            remedyVietnamese: "Gửi hóa đơn bằng loại thông điệp đúng với ký hiệu",
            source: "Circular 91/2026 annex I",
            condition: "KHHDon begins with C in messages 200 and 206, with K in 203 and 216"
        ),
        // series.warehouse
        Entry(
            english: "Letters N and B and form 6 go together",
            vietnamese: "Chữ N, B trong ký hiệu chỉ dùng cho phiếu xuất kho (mẫu số 6) và ngược lại",
            wireCode: "20306",
            remedyEnglish: "Use N or B for form 6, another letter elsewhere",
            remedyVietnamese: "Dùng chữ N, B cho mẫu số 6, chữ khác cho các mẫu số khác",
            source: "Circular 91/2026 annex I",
            condition: "The letter is N or B where the form is 6, and only there"
        ),
        // series.commercial
        Entry(
            english: "Letter X and form 7 go together",
            vietnamese: "Chữ X trong ký hiệu chỉ dùng cho hóa đơn thương mại (mẫu số 7) và ngược lại",
            wireCode: "20307",
            remedyEnglish: "Use X for form 7, another letter elsewhere",
            remedyVietnamese: "Dùng chữ X cho mẫu số 7, chữ khác cho các mẫu số khác",
            source: "Circular 91/2026 annex I",
            condition: "The letter is X where the form is 7, and only there"
        ),
        // series.refund
        Entry(
            english: "Letter F belongs to form 1 only",
            vietnamese: "Chữ F trong ký hiệu chỉ dùng cho hóa đơn giá trị gia tăng (mẫu số 1)",
            wireCode: "20308",
            remedyEnglish: "Use the letter T for ordinary invoices",
            remedyVietnamese: "Dùng chữ T cho hóa đơn thông thường",
            source: "Circular 91/2026 art. 5, annex I",
            condition: "The letter F stands on form 1 only"
        ),
        // series.ticket
        Entry(
            english: "Letters G and H belong to form 5",
            vietnamese: "Chữ G, H trong ký hiệu dùng cho tem, vé, thẻ (mẫu số 5)",
            wireCode: "20309",
            remedyEnglish: "Use form 5 for tickets, stamps and cards",
            remedyVietnamese: "Dùng mẫu số 5 cho tem, vé, thẻ",
            source: "Circular 91/2026 annex I",
            condition: "The letters G and H stand on form 5 only"
        ),
        // series.occurrence-L
        Entry(
            english: "Letter L is issued per occurrence and sent as message 201",
            vietnamese: "Hóa đơn ký hiệu chữ L được cấp mã theo từng lần phát sinh, gửi bằng thông điệp 201",
            wireCode: "20310",
            remedyEnglish: "Ask for a code per occurrence and send message 201",
            remedyVietnamese: "Đề nghị cấp mã theo từng lần phát sinh và gửi thông điệp 201",
            source: "Circular 91/2026 annex I; Decree 254/2026 art. 15",
            condition: "The letter L is not sent in these messages: per-occurrence invoices go in message 201"
        ),
        // series.cash-M
        Entry(
            english: "Letter M, and no other, is sent as message 206 or 216 of cash registers",
            vietnamese: "Thông điệp 206 và 216 dùng cho hóa đơn máy tính tiền (chữ M) và chỉ cho hóa đơn đó",
            wireCode: "20311",
            remedyEnglish: "Send cash-register invoices as message 206 or 216 and others as 200 or 203",
            remedyVietnamese: "Gửi hóa đơn máy tính tiền bằng thông điệp 206 hoặc 216, hóa đơn khác bằng 200 hoặc 203",
            source: "Circular 91/2026 annex I",
            condition: "The letter is M in messages 206 and 216, and only there"
        ),
        // num.range
        Entry(
            english: "The number must be from 1 to 99999999",
            vietnamese: "Số hóa đơn phải từ 1 đến 99999999",
            wireCode: "20401",
            remedyEnglish: "Number invoices from 1 with at most eight digits",
            remedyVietnamese: "Ghi số hóa đơn từ 1, tối đa 8 chữ số",
            source: "Decree 254/2026 annex 2.a",
            condition: "SHDon is a number from 1 to 99999999"
        ),
        // qr.consistent
        Entry(
            english: "The QR code says something else than the invoice",
            vietnamese: "Nội dung mã QR khác với nội dung hóa đơn",
            wireCode: "20319",
            remedyEnglish: "Make the QR code from the invoice",
            remedyVietnamese: "Lập lại mã QR theo nội dung hóa đơn",
            source: "Decision 1450 I.IV.7",
            condition: "DLQRCode says the seller, symbol, number, date and total of the invoice"
        ),
        // id.unique-tuple
        Entry(
            english: "Seller, form, symbol and number were used before",
            vietnamese: "Bộ MST, ký hiệu mẫu số, ký hiệu và số hóa đơn không duy nhất",
            wireCode: "20609",
            remedyEnglish: "Take the next free number of the series",
            remedyVietnamese: "Kiểm tra lại số hóa đơn và lập với số tiếp theo chưa sử dụng",
            source: "Decree 254/2026 annex 2.b, art. 3.6",
            condition: "Seller, form, symbol and number together were never used before"
        ),
        // mtt.code-pattern
        Entry(
            english: "The cash register's code is missing or not built as MN-YY-XXXXX-NNNNNNNNNNN",
            vietnamese: "Mã máy tính tiền thiếu hoặc không đúng cấu trúc MN-YY-XXXXX-NNNNNNNNNNN",
            wireCode: "20620",
            remedyEnglish: "Write the code that the cash register made into MCCQT",
            remedyVietnamese: "Ghi mã do phần mềm máy tính tiền tạo vào thẻ MCCQT",
            source: "practice; Decree 254/2026 art. 3.1",
            condition: "MCCQT of a cash register is built like M1-26-ABCDE-00000000001, and M is followed by 1 or 2"
        ),
        // mtt.code-form
        Entry(
            english: "The digit after M of the cash register's code is not the form",
            vietnamese: "Chữ số sau chữ M của mã máy tính tiền khác ký hiệu mẫu số hóa đơn",
            wireCode: "20621",
            remedyEnglish: "Make the code with the form of the invoice",
            remedyVietnamese: "Tạo mã theo đúng ký hiệu mẫu số của hóa đơn",
            source: "practice",
            condition: "The digit after M is the form of the invoice"
        ),
        // mtt.code-year
        Entry(
            english: "The year of the cash register's code is not that of the symbol",
            vietnamese: "Năm trong mã máy tính tiền khác năm trong ký hiệu hóa đơn",
            wireCode: "20622",
            remedyEnglish: "Make the code with the year of the symbol",
            remedyVietnamese: "Tạo mã theo đúng năm của ký hiệu hóa đơn",
            source: "practice",
            condition: "The year in the code is the year in KHHDon"
        ),
        // mtt.code-prefix-owner
        Entry(
            english: "The five characters of the cash register's code are not the ones allotted to the seller",
            vietnamese: "Năm ký tự trong mã máy tính tiền không phải là chuỗi cơ quan thuế cấp cho người bán",
            wireCode: "20623",
            remedyEnglish: "Use the five characters allotted when the registration was accepted",
            remedyVietnamese: "Dùng chuỗi năm ký tự cơ quan thuế đã cấp khi chấp nhận đăng ký",
            source: "practice",
            condition: "The five characters are those allotted to the seller"
        ),
        // mtt.code-unique
        Entry(
            english: "The cash register's code was used for another invoice",
            vietnamese: "Mã máy tính tiền đã dùng cho hóa đơn khác",
            wireCode: "20624",
            remedyEnglish: "Make a code of its own for each invoice",
            remedyVietnamese: "Tạo mã riêng cho từng hóa đơn",
            source: "Decree 254/2026 art. 3.1",
            condition: "The code was not used for another invoice"
        ),
        // mtt.uncoded
        Entry(
            english: "An invoice without code from a cash register carries a code",
            vietnamese: "Hóa đơn không mã khởi tạo từ máy tính tiền lại có mã",
            wireCode: "20625",
            remedyEnglish: "Leave MCCQT out, or send the invoice as message 206",
            remedyVietnamese: "Bỏ thẻ MCCQT hoặc gửi hóa đơn bằng thông điệp 206",
            source: "Decree 254/2026 art. 3.3",
            condition: "An invoice in a message 216 has no MCCQT"
        ),
        // mtt.deduction-tax
        Entry(
            english: "A VAT invoice from a cash register lacks rates or taxes",
            vietnamese: "Hóa đơn giá trị gia tăng từ máy tính tiền thiếu thuế suất hoặc tiền thuế",
            wireCode: "20626",
            remedyEnglish: "Give price before tax, rate, tax and total with tax",
            remedyVietnamese: "Ghi đủ giá chưa thuế, thuế suất, tiền thuế và tổng tiền có thuế",
            source: "Decree 254/2026 art. 10.4.c",
            condition: "A VAT invoice from a cash register shows the rate of each line and the taxes"
        ),
        // date.issue-not-future
        Entry(
            english: "The invoice is dated in the future",
            vietnamese: "Ngày lập hóa đơn sau ngày cơ quan thuế nhận",
            wireCode: "20410",
            remedyEnglish: "Send the invoice on or after its date",
            remedyVietnamese: "Chỉ gửi hóa đơn từ ngày lập trở đi",
            source: "derived from Decree 254/2026 art. 9",
            condition: "NLap is not later than the day of receipt"
        ),
        // date.sign-not-before-issue
        Entry(
            english: "The invoice was signed before its date",
            vietnamese: "Thời điểm ký trước ngày lập hóa đơn",
            wireCode: "20411",
            remedyEnglish: "Sign on the day of issue or later",
            remedyVietnamese: "Ký số cùng ngày hoặc sau ngày lập",
            source: "Decree 254/2026 annex 7",
            condition: "The signing day is not before NLap"
        ),
        // date.sign-next-wd
        Entry(
            english: "The invoice was signed later than the next working day",
            vietnamese: "Hóa đơn được ký số muộn hơn ngày làm việc tiếp theo kể từ ngày lập",
            wireCode: "20412",
            remedyEnglish: "Sign by the next working day after the date",
            remedyVietnamese: "Ký số chậm nhất ngày làm việc tiếp theo",
            source: "Decree 254/2026 annex 7",
            condition: "The invoice is signed at the latest on the working day after NLap"
        ),
        // date.send-for-code-next-wd
        Entry(
            english: "The invoice was sent later than the next working day",
            vietnamese: "Hóa đơn được gửi cấp mã muộn hơn ngày làm việc tiếp theo kể từ ngày lập",
            wireCode: "20413",
            remedyEnglish: "Send by the next working day after the date",
            remedyVietnamese: "Gửi cấp mã chậm nhất ngày làm việc tiếp theo",
            source: "Decree 254/2026 annex 7",
            condition: "The invoice arrives at the latest on the working day after NLap"
        ),
        // date.uncoded-next-wd
        Entry(
            english: "The invoice without code was sent later than the next working day",
            vietnamese: "Hóa đơn không mã được gửi muộn hơn ngày làm việc tiếp theo kể từ ngày lập",
            wireCode: "20414",
            remedyEnglish: "Send by the next working day after the date",
            remedyVietnamese: "Gửi dữ liệu chậm nhất ngày làm việc tiếp theo",
            source: "Decree 254/2026 art. 16.3.a.3, annex 7",
            condition: "The invoice without code arrives at the latest on the working day after NLap"
        ),
        // date.cash-same-day
        Entry(
            english: "The invoice from a cash register was sent after its day",
            vietnamese: "Hóa đơn từ máy tính tiền được gửi sau ngày lập",
            wireCode: "20415",
            remedyEnglish: "Send the day's invoices by the end of that day",
            remedyVietnamese: "Gửi dữ liệu trong cùng ngày lập hóa đơn",
            source: "Decree 254/2026 art. 15.3",
            condition: "The invoice from a cash register arrives on its own day"
        ),
        // pty.seller-mst-format
        Entry(
            english: "The seller's tax code has no legal shape",
            vietnamese: "Sai định dạng dữ liệu: mã số thuế người bán không hợp lệ",
            wireCode: "20001",
            remedyEnglish: "Write 10 digits, 10 digits, dash and 3 digits, or a 12-digit personal id",
            remedyVietnamese: "Ghi 10 chữ số, 10 chữ số kèm gạch ngang và 3 chữ số, hoặc 12 chữ số",
            source: "Decree 254/2026 annex 3",
            condition: "The seller's tax code is 10 digits, 10 digits, dash and 3 digits, or 12 digits"
        ),
        // pty.mst-check-digit
        Entry(
            english: "The check digit of the seller's tax code is wrong",
            vietnamese: "Số kiểm tra của mã số thuế người bán không đúng",
            wireCode: "20501",
            remedyEnglish: "Check the seller's tax code",
            remedyVietnamese: "Kiểm tra lại mã số thuế người bán",
            source: "practice",
            condition: "The tenth digit of the seller's tax code follows from the nine before it"
        ),
        // pty.seller-name
        Entry(
            english: "The seller's name is not the registered one",
            vietnamese: "Tên người bán khác tên đã đăng ký",
            wireCode: "20502",
            remedyEnglish: "Write the name as registered",
            remedyVietnamese: "Ghi tên người bán đúng như đã đăng ký",
            source: "Decree 254/2026 annex 3",
            condition: "The seller's name is the registered one, up to spelling and abbreviations"
        ),
        // pty.public-asset-seller
        Entry(
            english: "A seller of public assets needs a tax code or a budget code of seven digits",
            vietnamese: "Sai định dạng dữ liệu: người bán thiếu mã số thuế hoặc mã quan hệ ngân sách 7 chữ số",
            wireCode: "20001",
            remedyEnglish: "Fill MST, or MDVQHNSach where the seller has no tax code",
            remedyVietnamese: "Ghi MST, hoặc MDVQHNSach nếu đơn vị không có mã số thuế",
            source: "Decision 1450 part II, field tables; Decree 254/2026 annex 4",
            condition: "On form 3 the seller has a tax code, or a budget code of seven digits"
        ),
        // pty.confiscated-import
        Entry(
            english: "Place and first day of carriage of confiscated imports must come together",
            vietnamese: "Địa điểm và thời gian vận chuyển hàng nhập khẩu bị tịch thu phải ghi cùng nhau",
            wireCode: "20521",
            remedyEnglish: "Fill DDVCHDen and TGVCHDTu or leave both out",
            remedyVietnamese: "Ghi cả DDVCHDen và TGVCHDTu hoặc bỏ cả hai",
            source: "Decision 1450 part II, field tables",
            condition: "DDVCHDen and TGVCHDTu are both there or both absent"
        ),
        // pty.reserve-buyer
        Entry(
            english: "A buyer from the national reserve without tax code needs an identity number",
            vietnamese: "Người mua hàng dự trữ quốc gia không có mã số thuế thiếu số CMND/CCCD/hộ chiếu",
            wireCode: "20522",
            remedyEnglish: "Write the buyer's identity or passport number in CMND",
            remedyVietnamese: "Ghi số CMND/CCCD/hộ chiếu của người mua vào CMND",
            source: "Decision 1450 part II, field tables",
            condition: "On form 4 a buyer without tax code has an identity or passport number in CMND"
        ),
        // pty.note-internal
        Entry(
            english: "A note for internal transfer lacks its order, vehicle or receiving warehouse",
            vietnamese: "Sai định dạng dữ liệu: thiếu lệnh điều động, phương tiện vận chuyển hoặc kho nhận",
            wireCode: "20001",
            remedyEnglish: "Fill NBan/LDDNBo, NBan/PTVChuyen and NMua/DChi",
            remedyVietnamese: "Ghi đủ NBan/LDDNBo, NBan/PTVChuyen và NMua/DChi",
            source: "Decree 254/2026 annex 9.g; Decision 1450 part II, field tables",
            condition: "A note of letter N has LDDNBo, PTVChuyen and the buyer's DChi"
        ),
        // pty.note-agency
        Entry(
            english: "A note for goods sent to agents lacks its contract, carrier, vehicle or receiving warehouse",
            vietnamese: "Sai định dạng dữ liệu: thiếu hợp đồng, người vận chuyển, phương tiện hoặc kho nhận",
            wireCode: "20001",
            remedyEnglish: "Fill NBan/HDKTSo, HDKTNgay, TNVChuyen, PTVChuyen and NMua/DChi",
            remedyVietnamese: "Ghi đủ NBan/HDKTSo, HDKTNgay, TNVChuyen, PTVChuyen và NMua/DChi",
            source: "Decree 254/2026 annex 9.g; Decision 1450 part II, field tables",
            condition: "A note of letter B has HDKTSo, HDKTNgay, TNVChuyen, PTVChuyen and the buyer's DChi"
        ),
        // pty.delegate-complete
        Entry(
            english: "Code, name and address of the delegate must come together",
            vietnamese: "Mã số thuế, tên và địa chỉ đơn vị nhận ủy nhiệm phải ghi đầy đủ",
            wireCode: "20503",
            remedyEnglish: "Fill all three fields of the delegate or none",
            remedyVietnamese: "Ghi đủ cả ba chỉ tiêu của đơn vị nhận ủy nhiệm hoặc bỏ cả ba",
            source: "Decree 254/2026 annex 3; Circular 91/2026 art. 9.1.d",
            condition: "Tax code, name and address of a delegate are all there or all absent"
        ),
        // pty.buyer-mst-format
        Entry(
            english: "The buyer's tax code has no legal shape",
            vietnamese: "Mã số thuế người mua không đúng định dạng",
            wireCode: "20504",
            remedyEnglish: "Write 10 digits, 10 digits, dash and 3 digits, or a 12-digit personal id",
            remedyVietnamese: "Ghi 10 chữ số, 10 chữ số kèm gạch ngang và 3 chữ số, hoặc 12 chữ số",
            source: "Decree 254/2026 annex 4",
            condition: "The buyer's tax code is 10 digits, 10 digits, dash and 3 digits, or 12 digits"
        ),
        // pty.buyer-check-digit
        Entry(
            english: "The check digit of the buyer's tax code is wrong",
            vietnamese: "Số kiểm tra của mã số thuế người mua không đúng",
            wireCode: "20505",
            remedyEnglish: "Ask the buyer for the tax code",
            remedyVietnamese: "Kiểm tra lại mã số thuế với người mua",
            source: "practice",
            condition: "The tenth digit of the buyer's tax code follows from the nine before it"
        ),
        // pty.buyer-mst-exists
        Entry(
            english: "The buyer is not an active taxpayer of the registry",
            vietnamese: "Người mua không có trong dữ liệu đăng ký thuế hoặc không còn hoạt động",
            wireCode: "20523",
            remedyEnglish: "Ask the buyer for the tax code",
            remedyVietnamese: "Kiểm tra lại mã số thuế với người mua",
            source: "no duty of the seller; for information",
            condition: "The buyer's tax code is that of an active taxpayer in the registry"
        ),
        // pty.buyer-business
        Entry(
            english: "A buyer with a tax code should have name and address",
            vietnamese: "Người mua có mã số thuế nhưng thiếu tên hoặc địa chỉ",
            wireCode: "20506",
            remedyEnglish: "Fill the buyer's name and address",
            remedyVietnamese: "Ghi đầy đủ tên và địa chỉ người mua",
            source: "Decree 254/2026 annex 4.a",
            condition: "A buyer with a tax code has a name and an address"
        ),
        // pty.buyer-cccd-format
        Entry(
            english: "A personal id has exactly twelve digits",
            vietnamese: "Sai định dạng dữ liệu: định dạng CCCD không hợp lệ",
            wireCode: "20001",
            remedyEnglish: "Write the twelve digits of the personal id, or leave it out",
            remedyVietnamese: "Ghi đủ 12 chữ số của số định danh cá nhân hoặc để trống",
            source: "Decree 254/2026 annex 4.b",
            condition: "CCCDan is twelve digits"
        ),
        // pty.buyer-budget-code
        Entry(
            english: "A budget code has exactly seven digits",
            vietnamese: "Sai định dạng dữ liệu: mã đơn vị quan hệ ngân sách phải gồm 7 chữ số",
            wireCode: "20001",
            remedyEnglish: "Write the seven digits of the budget code, or leave it out",
            remedyVietnamese: "Ghi đủ 7 chữ số của mã đơn vị quan hệ ngân sách hoặc để trống",
            source: "Decree 254/2026 art. 10.1.d",
            condition: "MDVQHNSach of the buyer is seven digits"
        ),
        // pty.consumer-text
        Entry(
            english: "A buyer without data should be shown as a consumer",
            vietnamese: "Hóa đơn không có thông tin người mua và không ghi \"Bán cho người tiêu dùng\"",
            wireCode: "20507",
            remedyEnglish: "Write \"Bán cho người tiêu dùng\" as the buyer's name",
            remedyVietnamese: "Ghi tên người mua là \"Bán cho người tiêu dùng\"",
            source: "Decree 254/2026 annex 4.b",
            condition: "A buyer of whom nothing is said is named, such as \"Bán cho người tiêu dùng\""
        ),
        // pty.free-zone-flag
        Entry(
            english: "The flag for non-tariff zones should be 0 or 1",
            vietnamese: "Chỉ tiêu hóa đơn dành cho khu phi thuế quan phải là 0 hoặc 1",
            wireCode: "20508",
            remedyEnglish: "Write 0 or 1 in HDDCKPTQuan",
            remedyVietnamese: "Ghi HDDCKPTQuan là 0 hoặc 1",
            source: "Decree 254/2026 art. 8.2.b",
            condition: "HDDCKPTQuan of a sales invoice is 0 or 1"
        ),
        // cur.code
        Entry(
            english: "The currency is not a code of ISO 4217",
            vietnamese: "Đơn vị tiền tệ không thuộc danh mục ISO 4217",
            wireCode: "20510",
            remedyEnglish: "Write the three letters of the currency, such as VND",
            remedyVietnamese: "Ghi mã tiền tệ gồm 3 chữ cái theo ISO 4217, ví dụ VND",
            source: "Decree 254/2026 annex 8.c; Decision 1450 I.IV.2",
            condition: "DVTTe is a code of ISO 4217"
        ),
        // cur.dong-alias
        Entry(
            english: "The currency is written as a sign instead of VND",
            vietnamese: "Đơn vị tiền tệ ghi bằng ký hiệu thay cho VND",
            wireCode: "20511",
            remedyEnglish: "Write VND in DVTTe",
            remedyVietnamese: "Ghi DVTTe là VND",
            source: "practice",
            condition: "Đồng is written VND, not as a sign"
        ),
        // cur.rate-present
        Entry(
            english: "A foreign currency needs its rate",
            vietnamese: "Hóa đơn bằng ngoại tệ không có tỷ giá",
            wireCode: "20512",
            remedyEnglish: "Write the rate to đồng in TGia",
            remedyVietnamese: "Ghi tỷ giá với đồng Việt Nam vào TGia",
            source: "Decree 254/2026 annex 8.c.1",
            condition: "An invoice in a foreign currency has TGia greater than 0"
        ),
        // cur.rate-format
        Entry(
            english: "The rate has more digits than allowed",
            vietnamese: "Sai định dạng dữ liệu: tỷ giá tối đa 7 chữ số, trong đó 2 chữ số thập phân",
            wireCode: "20001",
            remedyEnglish: "Write at most seven digits, two of them decimals",
            remedyVietnamese: "Ghi tỷ giá tối đa 7 chữ số, 2 chữ số thập phân",
            source: "Decision 1450 part II, field tables",
            condition: "TGia has at most seven digits, two of them decimals"
        ),
        // cur.rate-with-vnd
        Entry(
            english: "An invoice in VND has a rate other than 1",
            vietnamese: "Hóa đơn bằng đồng Việt Nam có tỷ giá khác 1",
            wireCode: "20513",
            remedyEnglish: "Leave TGia out for VND",
            remedyVietnamese: "Không ghi TGia khi đơn vị tiền tệ là VND",
            source: "Decision 1450 part II, field tables",
            condition: "An invoice in VND has no TGia, or 1"
        ),
        // cur.qr
        Entry(
            english: "The QR code names another currency",
            vietnamese: "Mã QR nêu đơn vị tiền tệ khác với hóa đơn",
            wireCode: "20514",
            remedyEnglish: "Write the number of the currency in field 53, such as 704",
            remedyVietnamese: "Ghi mã số tiền tệ của hóa đơn vào trường 53, ví dụ 704",
            source: "Decision 1450 I.IV.7",
            condition: "Field 53 of DLQRCode is the number of the invoice's currency"
        ),
        // line.present
        Entry(
            english: "The invoice has no line",
            vietnamese: "Hóa đơn không có dòng hàng hóa, dịch vụ",
            wireCode: "20701",
            remedyEnglish: "Add the goods or services sold",
            remedyVietnamese: "Bổ sung hàng hóa, dịch vụ đã bán",
            source: "Decree 254/2026 art. 10.1.đ",
            condition: "DSHHDVu has at least one HHDVu"
        ),
        // line.kind
        Entry(
            english: "The kind of a line must be from 1 to 5",
            vietnamese: "Tính chất hàng hóa, dịch vụ phải từ 1 đến 5",
            wireCode: "20702",
            remedyEnglish: "Write 1 to 5 in TChat",
            remedyVietnamese: "Ghi TChat từ 1 đến 5",
            source: "Decision 1450 appendix IV",
            condition: "TChat is a digit from 1 to 5"
        ),
        // line.name
        Entry(
            english: "A line has no name",
            vietnamese: "Dòng hàng hóa, dịch vụ không có tên",
            wireCode: "20703",
            remedyEnglish: "Write the name of the goods or service",
            remedyVietnamese: "Ghi tên hàng hóa, dịch vụ",
            source: "Decree 254/2026 annex 5.a.1",
            condition: "Every line has THHDVu"
        ),
        // line.amount
        Entry(
            english: "A line has no amount",
            vietnamese: "Dòng hàng hóa, dịch vụ không có thành tiền",
            wireCode: "20704",
            remedyEnglish: "Write the amount; 0 is allowed",
            remedyVietnamese: "Ghi thành tiền, có thể bằng 0",
            source: "Decision 1450 part II, field tables",
            condition: "Every line but a note has ThTien"
        ),
        // line.note-without-amount
        Entry(
            english: "A note carries an amount",
            vietnamese: "Dòng ghi chú, diễn giải có số lượng, đơn giá hoặc thành tiền",
            wireCode: "20705",
            remedyEnglish: "Leave the amounts of a note empty",
            remedyVietnamese: "Để trống số lượng, đơn giá, thành tiền ở dòng ghi chú",
            source: "Decision 1450 appendix IV",
            condition: "A note (TChat 4) has no quantity, price or amount"
        ),
        // line.qty-price
        Entry(
            english: "A line lacks unit, quantity or price",
            vietnamese: "Dòng hàng hóa thiếu đơn vị tính, số lượng hoặc đơn giá",
            wireCode: "20706",
            remedyEnglish: "Fill unit, quantity and price where the law asks for them",
            remedyVietnamese: "Ghi đơn vị tính, số lượng, đơn giá nếu thuộc trường hợp phải ghi",
            source: "Decree 254/2026 annex 5.a.2",
            condition: "A line of goods has DVTinh, SLuong and DGia"
        ),
        // line.arith
        Entry(
            english: "Quantity times price less discount is not the amount",
            vietnamese: "Thành tiền khác số lượng nhân đơn giá trừ chiết khấu",
            wireCode: "20707",
            remedyEnglish: "Check quantity, price, discount and amount",
            remedyVietnamese: "Kiểm tra lại số lượng, đơn giá, chiết khấu và thành tiền",
            source: "Circular 91/2026 annex V",
            condition: "ThTien is SLuong times DGia less STCKhau, within 1 unit"
        ),
        // line.rate-present
        Entry(
            english: "A line has no tax rate",
            vietnamese: "Dòng hàng hóa, dịch vụ không có thuế suất",
            wireCode: "20708",
            remedyEnglish: "Write the rate, KCT or KKKNT in TSuat",
            remedyVietnamese: "Ghi thuế suất, KCT hoặc KKKNT vào TSuat",
            source: "Decree 254/2026 art. 10.1.đ",
            condition: "On a VAT invoice every line but a note has TSuat"
        ),
        // line.rate-list
        Entry(
            english: "The tax rate is not on the list",
            vietnamese: "Thuế suất không thuộc danh mục quy định",
            wireCode: "20709",
            remedyEnglish: "Write 0%, 5%, 8%, 10%, KCT, KKKNT, CTTC or KHAC:AB.CD%",
            remedyVietnamese: "Ghi 0%, 5%, 8%, 10%, KCT, KKKNT, CTTC hoặc KHAC:AB.CD%",
            source: "Decision 1450 appendix V; Decree 254/2026 art. 6.3.g",
            condition: "TSuat is 0%, 5%, 8%, 10%, KCT, KKKNT, CTTC or KHAC:AB.CD%"
        ),
        // line.rate-leasing
        Entry(
            english: "The rate is written CTCT instead of CTTC",
            vietnamese: "Thuế suất cho thuê tài chính ghi CTCT thay cho CTTC",
            wireCode: "20710",
            remedyEnglish: "Write CTTC",
            remedyVietnamese: "Ghi CTTC",
            source: "Decree 254/2026 art. 6.3.g",
            condition: "Finance leasing is written CTTC"
        ),
        // line.discount-sign
        Entry(
            english: "A trade discount should be a positive amount",
            vietnamese: "Chiết khấu thương mại nên ghi số dương",
            wireCode: "20711",
            remedyEnglish: "Write the discount as a positive amount",
            remedyVietnamese: "Ghi số tiền chiết khấu thương mại bằng số dương",
            source: "practice",
            condition: "A trade discount (TChat 3) has a positive ThTien"
        ),
        // line.attached-list
        Entry(
            english: "Number and date of the attached list must come together",
            vietnamese: "Số và ngày của bảng kê kèm theo phải ghi cùng nhau",
            wireCode: "20712",
            remedyEnglish: "Fill SBKe and NBKe or leave both out",
            remedyVietnamese: "Ghi cả SBKe và NBKe hoặc bỏ cả hai",
            source: "Decree 254/2026 annex 5.a.3",
            condition: "SBKe and NBKe are both there or both absent"
        ),
        // line.special-goods
        Entry(
            english: "Special goods lack their details",
            vietnamese: "Hàng hóa đặc trưng thiếu thông tin chi tiết",
            wireCode: "20713",
            remedyEnglish: "Add TTHHDTrung/TTin with type, field and value",
            remedyVietnamese: "Bổ sung TTHHDTrung/TTin với loại, tên trường và dữ liệu",
            source: "provider's notes on version 2.1.0",
            condition: "Special goods (TChat 5) have TTHHDTrung with type, field and value"
        ),
        // line.vehicle
        Entry(
            english: "A vehicle lacks its chassis or engine number",
            vietnamese: "Xe ô tô, xe mô tô thiếu số khung hoặc số máy",
            wireCode: "20714",
            remedyEnglish: "Give both chassis and engine number",
            remedyVietnamese: "Ghi đầy đủ số khung và số máy",
            source: "Decree 254/2026 annex 5.a.1.1",
            condition: "A vehicle has both chassis number (SKhung) and engine number (SMay)"
        ),
        // line.platform-freight
        Entry(
            english: "Freight of a digital platform lacks the sender's name, address or code",
            vietnamese: "Dịch vụ vận chuyển trên nền tảng số thiếu tên, địa chỉ hoặc mã số của người gửi hàng",
            wireCode: "20721",
            remedyEnglish: "Give TNGHang, DCNGHang and MSTNGHang or MDDNGHang",
            remedyVietnamese: "Ghi TNGHang, DCNGHang và MSTNGHang hoặc MDDNGHang",
            source: "Decree 254/2026 annex 5.a.1.2",
            condition: "Freight of a digital platform has the sender's name, address and code"
        ),
        // pty.vehicle-buyer
        Entry(
            english: "The buyer of a vehicle needs a name and a tax code or personal id",
            vietnamese: "Người mua xe thiếu tên hoặc mã số thuế, số định danh cá nhân",
            wireCode: "20509",
            remedyEnglish: "Write the buyer's name and tax code or personal id",
            remedyVietnamese: "Ghi tên và mã số thuế hoặc số định danh cá nhân của người mua",
            source: "Decree 254/2026 annex 5.a.1.1",
            condition: "The buyer of a vehicle has a name and a tax code, personal id or passport"
        ),
        // sum.block-present
        Entry(
            english: "The invoice has no totals",
            vietnamese: "Hóa đơn không có thông tin thanh toán",
            wireCode: "20801",
            remedyEnglish: "Add TToan with the total to pay",
            remedyVietnamese: "Bổ sung thẻ TToan với tổng tiền thanh toán",
            source: "Decision 1450 part II, field tables",
            condition: "The invoice has TToan with TgTTTBSo"
        ),
        // sum.ceiling
        Entry(
            english: "An amount exceeds the ceiling for one invoice",
            vietnamese: "Số tiền vượt quá mức tối đa hệ thống tiếp nhận cho một hóa đơn",
            wireCode: "20802",
            remedyEnglish: "Check the amount; if it is right, ask the tax office",
            remedyVietnamese: "Kiểm tra lại số tiền; nếu đúng, liên hệ cơ quan thuế quản lý",
            source: "own safety",
            condition: "No amount is larger than the ceiling for one invoice, 10^15 đồng by default"
        ),
        // sum.pre-tax
        Entry(
            english: "The lines do not add up to the total before tax",
            vietnamese: "Tổng thành tiền các dòng khác tổng tiền chưa thuế",
            wireCode: "20803",
            remedyEnglish: "Check the lines and TgTCThue",
            remedyVietnamese: "Kiểm tra lại thành tiền các dòng và TgTCThue",
            source: "Circular 91/2026 annex V",
            condition: "The lines add up to TgTCThue"
        ),
        // sum.tax-total
        Entry(
            english: "The taxes by rate do not add up to the total tax",
            vietnamese: "Tổng tiền thuế theo từng thuế suất khác tổng tiền thuế",
            wireCode: "20804",
            remedyEnglish: "Check the taxes by rate and TgTThue",
            remedyVietnamese: "Kiểm tra lại tiền thuế từng thuế suất và TgTThue",
            source: "Circular 91/2026 annex V",
            condition: "The taxes by rate add up to TgTThue"
        ),
        // sum.payable
        Entry(
            english: "Total before tax and tax do not add up to the total to pay",
            vietnamese: "Tổng tiền chưa thuế cộng tiền thuế khác tổng tiền thanh toán",
            wireCode: "20805",
            remedyEnglish: "Check TgTCThue, TgTThue and TgTTTBSo",
            remedyVietnamese: "Kiểm tra lại TgTCThue, TgTThue và TgTTTBSo",
            source: "Circular 91/2026 annex V",
            condition: "TgTCThue, TgTThue and fees less discounts add up to TgTTTBSo"
        ),
        // sum.payable-sales
        Entry(
            english: "The lines do not add up to the total to pay",
            vietnamese: "Tổng thành tiền các dòng khác tổng tiền thanh toán",
            wireCode: "20806",
            remedyEnglish: "Check the lines and TgTTTBSo",
            remedyVietnamese: "Kiểm tra lại thành tiền các dòng và TgTTTBSo",
            source: "Circular 91/2026 annex V",
            condition: "On a sales invoice the lines add up to TgTTTBSo"
        ),
        // sum.rate-table
        Entry(
            english: "The table by rate does not agree with the lines",
            vietnamese: "Bảng tổng hợp theo thuế suất không khớp với các dòng",
            wireCode: "20807",
            remedyEnglish: "Give one row for each rate with the sum of its lines",
            remedyVietnamese: "Mỗi thuế suất ghi một dòng với tổng thành tiền tương ứng",
            source: "Decree 254/2026 art. 10.1.đ",
            condition: "THTTLTSuat has one row for each rate with the sum of its lines"
        ),
        // sum.rate-table-missing
        Entry(
            english: "The table by rate is missing",
            vietnamese: "Thiếu bảng tổng hợp theo thuế suất",
            wireCode: "20808",
            remedyEnglish: "Add THTTLTSuat with one row for each rate",
            remedyVietnamese: "Bổ sung THTTLTSuat với một dòng cho mỗi thuế suất",
            source: "Decree 254/2026 art. 10.1.đ",
            condition: "A VAT invoice has THTTLTSuat"
        ),
        // sum.rate-times-base
        Entry(
            english: "Base times rate is not the tax",
            vietnamese: "Tiền thuế khác thành tiền nhân thuế suất",
            wireCode: "20809",
            remedyEnglish: "Check the tax of the rate",
            remedyVietnamese: "Kiểm tra lại tiền thuế của mức thuế suất",
            source: "Circular 91/2026 annex V",
            condition: "TThue is ThTien times TSuat, within half a unit"
        ),
        // sum.no-tax-on-exempt
        Entry(
            english: "Tax on a rate that has none",
            vietnamese: "Có tiền thuế ở mức không chịu thuế hoặc thuế suất 0%",
            wireCode: "20810",
            remedyEnglish: "Leave the tax empty or 0",
            remedyVietnamese: "Để trống tiền thuế hoặc ghi 0",
            source: "VAT law",
            condition: "TThue is 0 or empty for KCT, KKKNT and 0%"
        ),
        // sum.form2-no-vat
        Entry(
            english: "A sales invoice shows VAT",
            vietnamese: "Hóa đơn bán hàng có chỉ tiêu thuế giá trị gia tăng",
            wireCode: "20821",
            remedyEnglish: "Leave TgTCThue, TgTThue and THTTLTSuat out",
            remedyVietnamese: "Không ghi TgTCThue, TgTThue và THTTLTSuat",
            source: "Decision 1450 part II, field tables",
            condition: "A sales invoice has no TgTCThue, TgTThue and THTTLTSuat"
        ),
        // sum.notes-no-total
        Entry(
            english: "A note for internal transfer shows a tax, a rate or a total to pay",
            vietnamese: "Phiếu xuất kho kiêm vận chuyển nội bộ có tiền thuế, thuế suất hoặc tổng tiền thanh toán",
            wireCode: "20822",
            remedyEnglish: "Leave rates, taxes and totals out",
            remedyVietnamese: "Không ghi thuế suất, tiền thuế và tổng tiền thanh toán",
            source: "Decree 254/2026 annex 9.g",
            condition: "A note of letter N has no rates, taxes and total to pay"
        ),
        // sum.words-present
        Entry(
            english: "The total in words is missing",
            vietnamese: "Thiếu tổng tiền thanh toán bằng chữ",
            wireCode: "20811",
            remedyEnglish: "Write the total in words in TgTTTBChu",
            remedyVietnamese: "Ghi tổng tiền bằng chữ vào TgTTTBChu",
            source: "Decree 254/2026 annex 5.d",
            condition: "TgTTTBChu is there"
        ),
        // sum.fees
        Entry(
            english: "Name and amount of a fee must come together",
            vietnamese: "Tên và số tiền của phí, lệ phí phải ghi cùng nhau",
            wireCode: "20812",
            remedyEnglish: "Fill TLPhi and TPhi",
            remedyVietnamese: "Ghi đầy đủ TLPhi và TPhi",
            source: "Decree 254/2026 art. 10.1.k",
            condition: "TLPhi and TPhi come together"
        ),
        // sum.trade-discount
        Entry(
            english: "The trade discount exceeds the goods and services sold",
            vietnamese: "Tổng chiết khấu thương mại lớn hơn giá trị hàng hóa, dịch vụ",
            wireCode: "20813",
            remedyEnglish: "Check TTCKTMai",
            remedyVietnamese: "Kiểm tra lại TTCKTMai",
            source: "Decree 254/2026 annex 5.đ; Circular 91/2026 art. 10.5.b",
            condition: "TTCKTMai is not larger than what was sold"
        ),
        // rel.kind
        Entry(
            english: "The kind of relation must be 1 to 4",
            vietnamese: "Tính chất hóa đơn liên quan phải từ 1 đến 4",
            wireCode: "20901",
            remedyEnglish: "Write 1 to replace or 2 to adjust in TCHDon",
            remedyVietnamese: "Ghi TCHDon là 1 (thay thế) hoặc 2 (điều chỉnh)",
            source: "Decision 1450 part II, field tables",
            condition: "TCHDon is a digit from 1 to 4"
        ),
        // rel.many-message
        Entry(
            english: "Corrections of many invoices are sent as message 208",
            vietnamese: "Thay thế, điều chỉnh cho nhiều hóa đơn phải gửi bằng thông điệp 208",
            wireCode: "20902",
            remedyEnglish: "Send message 208 with list 01/BK-ĐCTT",
            remedyVietnamese: "Gửi thông điệp 208 kèm bảng kê 01/BK-ĐCTT",
            source: "provider's notes on version 2.1.0",
            condition: "TCHDon is 1 or 2 in these messages; corrections of many invoices go in message 208"
        ),
        // rel.source-kind
        Entry(
            english: "The kind of the related invoice must be 1 to 4",
            vietnamese: "Loại hóa đơn liên quan phải từ 1 đến 4",
            wireCode: "20903",
            remedyEnglish: "Write 1 to 4 in LHDCLQuan",
            remedyVietnamese: "Ghi LHDCLQuan từ 1 đến 4",
            source: "Decision 1450 appendix VI",
            condition: "LHDCLQuan is a digit from 1 to 4"
        ),
        // rel.block-complete
        Entry(
            english: "Form, symbol, number and date of the related invoice must come together",
            vietnamese: "Mẫu số, ký hiệu, số và ngày của hóa đơn liên quan phải ghi đầy đủ",
            wireCode: "20904",
            remedyEnglish: "Fill form, symbol, number and date of the related invoice",
            remedyVietnamese: "Ghi đủ mẫu số, ký hiệu, số và ngày lập của hóa đơn liên quan",
            source: "Decision 1450 part II, field tables",
            condition: "Form, symbol, number and date of the related invoice are all there and can be read"
        ),
        // rel.not-self
        Entry(
            english: "The invoice relates to itself",
            vietnamese: "Hóa đơn liên quan trùng với chính hóa đơn này",
            wireCode: "20905",
            remedyEnglish: "Name the invoice that is to be corrected",
            remedyVietnamese: "Ghi đúng hóa đơn bị thay thế, điều chỉnh",
            source: "logic",
            condition: "The related invoice is another one"
        ),
        // rel.original-exists
        Entry(
            english: "The related invoice is unknown",
            vietnamese: "Không tìm thấy hóa đơn bị thay thế, điều chỉnh",
            wireCode: "20906",
            remedyEnglish: "Check form, symbol and number of the related invoice",
            remedyVietnamese: "Kiểm tra lại mẫu số, ký hiệu và số của hóa đơn liên quan",
            source: "Decree 254/2026 art. 12.2.a.1",
            condition: "The related invoice, where it had to have a code, is in the ledger"
        ),
        // rel.original-uncoded
        Entry(
            english: "The related invoice without code has not arrived",
            vietnamese: "Chưa nhận được dữ liệu hóa đơn không có mã bị thay thế, điều chỉnh",
            wireCode: "20921",
            remedyEnglish: "Send the related invoice if it is not on its way",
            remedyVietnamese: "Gửi dữ liệu hóa đơn bị thay thế, điều chỉnh nếu chưa gửi",
            source: "derived from Decree 254/2026 art. 12.2.a.1",
            condition: "The related invoice without code is in the ledger"
        ),
        // rel.original-date
        Entry(
            english: "The date of the related invoice differs",
            vietnamese: "Ngày lập của hóa đơn liên quan không khớp",
            wireCode: "20907",
            remedyEnglish: "Write the date of the related invoice in NLHDCLQuan",
            remedyVietnamese: "Ghi đúng ngày lập của hóa đơn liên quan vào NLHDCLQuan",
            source: "Decision 1450 part II, field tables",
            condition: "NLHDCLQuan is the date of the related invoice"
        ),
        // rel.original-later
        Entry(
            english: "The related invoice is dated after this one",
            vietnamese: "Hóa đơn liên quan có ngày lập sau hóa đơn này",
            wireCode: "20908",
            remedyEnglish: "Check the dates of both invoices",
            remedyVietnamese: "Kiểm tra lại ngày lập của hai hóa đơn",
            source: "logic; Decision 1450 part II",
            condition: "The related invoice is not dated after this one"
        ),
        // rel.not-already-replaced
        Entry(
            english: "The related invoice was replaced before",
            vietnamese: "Hóa đơn liên quan đã bị thay thế bởi hóa đơn khác",
            wireCode: "20909",
            remedyEnglish: "Correct the invoice that replaced it",
            remedyVietnamese: "Thay thế, điều chỉnh hóa đơn đã thay thế",
            source: "derived from Circular 91/2026 art. 10.6.a",
            condition: "A replaced invoice was not replaced before"
        ),
        // rel.adjust-replaced
        Entry(
            english: "The adjusted invoice was replaced before",
            vietnamese: "Hóa đơn bị điều chỉnh đã bị thay thế bởi hóa đơn khác",
            wireCode: "20910",
            remedyEnglish: "Adjust the invoice that replaced it",
            remedyVietnamese: "Điều chỉnh hóa đơn đã thay thế",
            source: "derived from Circular 91/2026 art. 10.6.a",
            condition: "An adjusted invoice was not replaced before"
        ),
        // rel.first-method-binds
        Entry(
            english: "A later correction uses another method than the first",
            vietnamese: "Lần xử lý sau dùng phương thức khác lần đầu",
            wireCode: "20911",
            remedyEnglish: "Use the method of the first correction again",
            remedyVietnamese: "Áp dụng phương thức đã dùng ở lần xử lý đầu tiên",
            source: "Circular 91/2026 art. 10.6.a",
            condition: "A later correction replaces where the first replaced and adjusts where it adjusted"
        ),
        // rel.no-identity-adjust-only
        Entry(
            english: "A related invoice without number can only be adjusted",
            vietnamese: "Hóa đơn liên quan không có ký hiệu, số chỉ được điều chỉnh",
            wireCode: "20912",
            remedyEnglish: "Write 2 in TCHDon",
            remedyVietnamese: "Ghi TCHDon là 2 (điều chỉnh)",
            source: "Circular 91/2026 art. 10.6.b",
            condition: "A related invoice without symbol and number is adjusted, not replaced"
        ),
        // rel.decree51-replace-only
        Entry(
            english: "A related invoice of the old decrees can only be replaced",
            vietnamese: "Hóa đơn lập theo các nghị định cũ chỉ được thay thế",
            wireCode: "20913",
            remedyEnglish: "Write 1 in TCHDon",
            remedyVietnamese: "Ghi TCHDon là 1 (thay thế)",
            source: "Circular 91/2026 art. 24.2",
            condition: "A related invoice of the old decrees is replaced, not adjusted"
        ),
        // rel.cash-replace-only
        Entry(
            english: "A wrong invoice of a cash register is replaced, not adjusted",
            vietnamese: "Hóa đơn khởi tạo từ máy tính tiền lập sai chỉ được thay thế",
            wireCode: "20922",
            remedyEnglish: "Replace the invoice, unless goods were returned",
            remedyVietnamese: "Lập hóa đơn thay thế, trừ trường hợp trả lại hàng",
            source: "Circular 91/2026 art. 10.1.c",
            condition: "A wrong invoice of a cash register is replaced, not adjusted"
        ),
        // rel.asset-replace-only
        Entry(
            english: "A wrong invoice over goods to be registered is replaced, not adjusted",
            vietnamese: "Hóa đơn lập sai đối với tài sản phải đăng ký chỉ được thay thế",
            wireCode: "20923",
            remedyEnglish: "Replace the invoice, unless goods were returned",
            remedyVietnamese: "Lập hóa đơn thay thế, trừ trường hợp trả lại hàng",
            source: "Circular 91/2026 art. 10.1.c, 10.5.c.2",
            condition: "A wrong invoice over goods to be registered is replaced, not adjusted"
        ),
    ]
}
