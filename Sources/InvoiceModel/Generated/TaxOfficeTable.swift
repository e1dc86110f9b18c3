// Made by Scripts/generate from Data/offices.tsv. Change that, not this.

/// The tax offices as one text: a line an office, sorted by code; code, province and name parted by tabs.
enum TaxOfficeTable {
    static let text = """
        10100	Thành phố Hà Nội	Thuế Thành phố Hà Nội
        10101	Thành phố Hà Nội	Thuế cơ sở 2-Hà Nội
        10103	Thành phố Hà Nội	Thuế cơ sở 7-Hà Nội
        10105	Thành phố Hà Nội	Thuế cơ sở 1-Hà Nội
        10106	Thành phố Hà Nội	Thuế cơ sở 11-Hà Nội
        10107	Thành phố Hà Nội	Thuế cơ sở 3-Hà Nội
        10108	Thành phố Hà Nội	Thuế cơ sở 13-Hà Nội
        10109	Thành phố Hà Nội	Thuế cơ sở 4-Hà Nội
        10111	Thành phố Hà Nội	Thuế cơ sở 6-Hà Nội
        10113	Thành phố Hà Nội	Thuế cơ sở 5-Hà Nội
        10115	Thành phố Hà Nội	Thuế cơ sở 18-Hà Nội
        10117	Thành phố Hà Nội	Thuế cơ sở 10-Hà Nội
        10119	Thành phố Hà Nội	Thuế cơ sở 12-Hà Nội
        10123	Thành phố Hà Nội	Thuế cơ sở 14-Hà Nội
        10125	Thành phố Hà Nội	Thuế cơ sở 18-Hà Nội
        10127	Thành phố Hà Nội	Thuế cơ sở 15-Hà Nội
        10129	Thành phố Hà Nội	Thuế cơ sở 16-Hà Nội
        10131	Thành phố Hà Nội	Thuế cơ sở 25-Hà Nội
        10133	Thành phố Hà Nội	Thuế cơ sở 24-Hà Nội
        10135	Thành phố Hà Nội	Thuế cơ sở 22-Hà Nội
        10137	Thành phố Hà Nội	Thuế cơ sở 23-Hà Nội
        10139	Thành phố Hà Nội	Thuế cơ sở 22-Hà Nội
        10141	Thành phố Hà Nội	Thuế cơ sở 21-Hà Nội
        10143	Thành phố Hà Nội	Thuế cơ sở 19-Hà Nội
        10145	Thành phố Hà Nội	Thuế cơ sở 20-Hà Nội
        10147	Thành phố Hà Nội	Thuế cơ sở 20-Hà Nội
        10149	Thành phố Hà Nội	Thuế cơ sở 19-Hà Nội
        10151	Thành phố Hà Nội	Thuế cơ sở 17-Hà Nội
        10153	Thành phố Hà Nội	Thuế cơ sở 21-Hà Nội
        10155	Thành phố Hà Nội	Thuế cơ sở 8-Hà Nội
        10157	Thành phố Hà Nội	Thuế cơ sở 9-Hà Nội
        10300	Thành phố Hải Phòng	Thuế Thành phố Hải Phòng
        10301	Thành phố Hải Phòng	Thuế cơ sở 2-Hải Phòng
        10303	Thành phố Hải Phòng	Thuế cơ sở 1-Hải Phòng
        10304	Thành phố Hải Phòng	Thuế cơ sở 1-Hải Phòng
        10305	Thành phố Hải Phòng	Thuế cơ sở 3-Hải Phòng
        10307	Thành phố Hải Phòng	Thuế cơ sở 5-Hải Phòng
        10309	Thành phố Hải Phòng	Thuế cơ sở 6-Hải Phòng
        10311	Thành phố Hải Phòng	Thuế cơ sở 4-Hải Phòng
        10313	Thành phố Hải Phòng	Thuế cơ sở 2-Hải Phòng
        10315	Thành phố Hải Phòng	Thuế cơ sở 5-Hải Phòng
        10317	Thành phố Hải Phòng	Thuế cơ sở 6-Hải Phòng
        10319	Thành phố Hải Phòng	Thuế cơ sở 8-Hải Phòng
        10321	Thành phố Hải Phòng	Thuế cơ sở 8-Hải Phòng
        10323	Thành phố Hải Phòng	Thuế cơ sở 7-Hải Phòng
        10325	Thành phố Hải Phòng	Thuế cơ sở 6-Hải Phòng
        10327	Thành phố Hải Phòng	Thuế cơ sở 3-Hải Phòng
        10700	Thành phố Hải Phòng	Thuế Thành phố Hải Phòng
        10701	Thành phố Hải Phòng	Thuế cơ sở 9-Hải Phòng
        10703	Thành phố Hải Phòng	Thuế cơ sở 10-Hải Phòng
        10705	Thành phố Hải Phòng	Thuế cơ sở 14-Hải Phòng
        10707	Thành phố Hải Phòng	Thuế cơ sở 14-Hải Phòng
        10709	Thành phố Hải Phòng	Thuế cơ sở 13-Hải Phòng
        10711	Thành phố Hải Phòng	Thuế cơ sở 13-Hải Phòng
        10713	Thành phố Hải Phòng	Thuế cơ sở 12-Hải Phòng
        10715	Thành phố Hải Phòng	Thuế cơ sở 12-Hải Phòng
        10717	Thành phố Hải Phòng	Thuế cơ sở 11-Hải Phòng
        10719	Thành phố Hải Phòng	Thuế cơ sở 11-Hải Phòng
        10721	Thành phố Hải Phòng	Thuế cơ sở 11-Hải Phòng
        10723	Thành phố Hải Phòng	Thuế cơ sở 12-Hải Phòng
        10900	Tỉnh Hưng Yên	Thuế Tỉnh Hưng Yên
        10901	Tỉnh Hưng Yên	Thuế cơ sở 1-Hưng Yên
        10903	Tỉnh Hưng Yên	Thuế cơ sở 2-Hưng Yên
        10905	Tỉnh Hưng Yên	Thuế cơ sở 3-Hưng Yên
        10907	Tỉnh Hưng Yên	Thuế cơ sở 4-Hưng Yên
        10909	Tỉnh Hưng Yên	Thuế cơ sở 1-Hưng Yên
        10911	Tỉnh Hưng Yên	Thuế cơ sở 5-Hưng Yên
        10913	Tỉnh Hưng Yên	Thuế cơ sở 5-Hưng Yên
        10915	Tỉnh Hưng Yên	Thuế cơ sở 3-Hưng Yên
        10917	Tỉnh Hưng Yên	Thuế cơ sở 2-Hưng Yên
        10919	Tỉnh Hưng Yên	Thuế cơ sở 4-Hưng Yên
        11100	Tỉnh Ninh Bình	Thuế Tỉnh Ninh Bình
        11101	Tỉnh Ninh Bình	Thuế cơ sở 10-Ninh Bình
        11103	Tỉnh Ninh Bình	Thuế cơ sở 12-Ninh Bình
        11105	Tỉnh Ninh Bình	Thuế cơ sở 10-Ninh Bình
        11107	Tỉnh Ninh Bình	Thuế cơ sở 12-Ninh Bình
        11109	Tỉnh Ninh Bình	Thuế cơ sở 11-Ninh Bình
        11111	Tỉnh Ninh Bình	Thuế cơ sở 11-Ninh Bình
        11300	Tỉnh Ninh Bình	Thuế Tỉnh Ninh Bình
        11301	Tỉnh Ninh Bình	Thuế cơ sở 5-Ninh Bình
        11303	Tỉnh Ninh Bình	Thuế cơ sở 7-Ninh Bình
        11307	Tỉnh Ninh Bình	Thuế cơ sở 7-Ninh Bình
        11309	Tỉnh Ninh Bình	Thuế cơ sở 6-Ninh Bình
        11311	Tỉnh Ninh Bình	Thuế cơ sở 6-Ninh Bình
        11313	Tỉnh Ninh Bình	Thuế cơ sở 8-Ninh Bình
        11315	Tỉnh Ninh Bình	Thuế cơ sở 8-Ninh Bình
        11317	Tỉnh Ninh Bình	Thuế cơ sở 9-Ninh Bình
        11319	Tỉnh Ninh Bình	Thuế cơ sở 9-Ninh Bình
        11500	Tỉnh Hưng Yên	Thuế Tỉnh Hưng Yên
        11501	Tỉnh Hưng Yên	Thuế cơ sở 8-Hưng Yên
        11503	Tỉnh Hưng Yên	Thuế cơ sở 6-Hưng Yên
        11505	Tỉnh Hưng Yên	Thuế cơ sở 6-Hưng Yên
        11507	Tỉnh Hưng Yên	Thuế cơ sở 7-Hưng Yên
        11509	Tỉnh Hưng Yên	Thuế cơ sở 7-Hưng Yên
        11511	Tỉnh Hưng Yên	Thuế cơ sở 8-Hưng Yên
        11513	Tỉnh Hưng Yên	Thuế cơ sở 9-Hưng Yên
        11515	Tỉnh Hưng Yên	Thuế cơ sở 9-Hưng Yên
        11700	Tỉnh Ninh Bình	Thuế Tỉnh Ninh Bình
        11703	Tỉnh Ninh Bình	Thuế cơ sở 2-Ninh Bình
        11705	Tỉnh Ninh Bình	Thuế cơ sở 4-Ninh Bình
        11707	Tỉnh Ninh Bình	Thuế cơ sở 4-Ninh Bình
        11709	Tỉnh Ninh Bình	Thuế cơ sở 1-Ninh Bình
        11711	Tỉnh Ninh Bình	Thuế cơ sở 2-Ninh Bình
        11713	Tỉnh Ninh Bình	Thuế cơ sở 3-Ninh Bình
        11715	Tỉnh Ninh Bình	Thuế cơ sở 3-Ninh Bình
        20100	Tỉnh Tuyên Quang	Thuế Tỉnh Tuyên Quang
        20101	Tỉnh Tuyên Quang	Thuế cơ sở 6-Tuyên Quang
        20103	Tỉnh Tuyên Quang	Thuế cơ sở 8-Tuyên Quang
        20105	Tỉnh Tuyên Quang	Thuế cơ sở 8-Tuyên Quang
        20107	Tỉnh Tuyên Quang	Thuế cơ sở 8-Tuyên Quang
        20109	Tỉnh Tuyên Quang	Thuế cơ sở 8-Tuyên Quang
        20111	Tỉnh Tuyên Quang	Thuế cơ sở 6-Tuyên Quang
        20113	Tỉnh Tuyên Quang	Thuế cơ sở 7-Tuyên Quang
        20115	Tỉnh Tuyên Quang	Thuế cơ sở 5-Tuyên Quang
        20117	Tỉnh Tuyên Quang	Thuế cơ sở 7-Tuyên Quang
        20118	Tỉnh Tuyên Quang	Thuế cơ sở 5-Tuyên Quang
        20119	Tỉnh Tuyên Quang	Thuế cơ sở 5-Tuyên Quang
        20300	Tỉnh Cao Bằng	Thuế Tỉnh Cao Bằng
        20301	Tỉnh Cao Bằng	Thuế cơ sở 1-Cao Bằng
        20303	Tỉnh Cao Bằng	Thuế cơ sở 4-Cao Bằng
        20305	Tỉnh Cao Bằng	Thuế cơ sở 2-Cao Bằng
        20311	Tỉnh Cao Bằng	Thuế cơ sở 3-Cao Bằng
        20313	Tỉnh Cao Bằng	Thuế cơ sở 2-Cao Bằng
        20315	Tỉnh Cao Bằng	Thuế cơ sở 2-Cao Bằng
        20317	Tỉnh Cao Bằng	Thuế cơ sở 3-Cao Bằng
        20319	Tỉnh Cao Bằng	Thuế cơ sở 3-Cao Bằng
        20321	Tỉnh Cao Bằng	Thuế cơ sở 1-Cao Bằng
        20323	Tỉnh Cao Bằng	Thuế cơ sở 4-Cao Bằng
        20500	Tỉnh Lào Cai	Thuế Tỉnh Lào Cai
        20501	Tỉnh Lào Cai	Thuế cơ sở 1-Lào Cai
        20505	Tỉnh Lào Cai	Thuế cơ sở 1-Lào Cai
        20507	Tỉnh Lào Cai	Thuế cơ sở 2-Lào Cai
        20509	Tỉnh Lào Cai	Thuế cơ sở 4-Lào Cai
        20511	Tỉnh Lào Cai	Thuế cơ sở 5-Lào Cai
        20513	Tỉnh Lào Cai	Thuế cơ sở 3-Lào Cai
        20515	Tỉnh Lào Cai	Thuế cơ sở 5-Lào Cai
        20519	Tỉnh Lào Cai	Thuế cơ sở 5-Lào Cai
        20521	Tỉnh Lào Cai	Thuế cơ sở 4-Lào Cai
        20700	Tỉnh Thái Nguyên	Thuế Tỉnh Thái Nguyên
        20701	Tỉnh Thái Nguyên	Thuế cơ sở 6-Thái Nguyên
        20703	Tỉnh Thái Nguyên	Thuế cơ sở 7-Thái Nguyên
        20704	Tỉnh Thái Nguyên	Thuế cơ sở 7-Thái Nguyên
        20705	Tỉnh Thái Nguyên	Thuế cơ sở 7-Thái Nguyên
        20707	Tỉnh Thái Nguyên	Thuế cơ sở 6-Thái Nguyên
        20709	Tỉnh Thái Nguyên	Thuế cơ sở 8-Thái Nguyên
        20711	Tỉnh Thái Nguyên	Thuế cơ sở 6-Thái Nguyên
        20713	Tỉnh Thái Nguyên	Thuế cơ sở 8-Thái Nguyên
        20900	Tỉnh Lạng Sơn	Thuế Tỉnh Lạng Sơn
        20901	Tỉnh Lạng Sơn	Thuế cơ sở 5-Lạng Sơn
        20903	Tỉnh Lạng Sơn	Thuế cơ sở 3-Lạng Sơn
        20905	Tỉnh Lạng Sơn	Thuế cơ sở 3-Lạng Sơn
        20907	Tỉnh Lạng Sơn	Thuế cơ sở 4-Lạng Sơn
        20909	Tỉnh Lạng Sơn	Thuế cơ sở 4-Lạng Sơn
        20911	Tỉnh Lạng Sơn	Thuế cơ sở 4-Lạng Sơn
        20913	Tỉnh Lạng Sơn	Thuế cơ sở 5-Lạng Sơn
        20915	Tỉnh Lạng Sơn	Thuế cơ sở 2-Lạng Sơn
        20917	Tỉnh Lạng Sơn	Thuế cơ sở 1-Lạng Sơn
        20919	Tỉnh Lạng Sơn	Thuế cơ sở 2-Lạng Sơn
        20921	Tỉnh Lạng Sơn	Thuế cơ sở 1-Lạng Sơn
        21100	Tỉnh Tuyên Quang	Thuế Tỉnh Tuyên Quang
        21101	Tỉnh Tuyên Quang	Thuế cơ sở 1-Tuyên Quang
        21103	Tỉnh Tuyên Quang	Thuế cơ sở 4-Tuyên Quang
        21105	Tỉnh Tuyên Quang	Thuế cơ sở 3-Tuyên Quang
        21107	Tỉnh Tuyên Quang	Thuế cơ sở 3-Tuyên Quang
        21109	Tỉnh Tuyên Quang	Thuế cơ sở 1-Tuyên Quang
        21111	Tỉnh Tuyên Quang	Thuế cơ sở 2-Tuyên Quang
        21113	Tỉnh Tuyên Quang	Thuế cơ sở 4-Tuyên Quang
        21300	Tỉnh Lào Cai	Thuế Tỉnh Lào Cai
        21301	Tỉnh Lào Cai	Thuế cơ sở 6-Lào Cai
        21303	Tỉnh Lào Cai	Thuế cơ sở 8-Lào Cai
        21305	Tỉnh Lào Cai	Thuế cơ sở 9-Lào Cai
        21307	Tỉnh Lào Cai	Thuế cơ sở 7-Lào Cai
        21309	Tỉnh Lào Cai	Thuế cơ sở 8-Lào Cai
        21311	Tỉnh Lào Cai	Thuế cơ sở 7-Lào Cai
        21313	Tỉnh Lào Cai	Thuế cơ sở 6-Lào Cai
        21315	Tỉnh Lào Cai	Thuế cơ sở 8-Lào Cai
        21317	Tỉnh Lào Cai	Thuế cơ sở 8-Lào Cai
        21500	Tỉnh Thái Nguyên	Thuế Tỉnh Thái Nguyên
        21501	Tỉnh Thái Nguyên	Thuế cơ sở 1-Thái Nguyên
        21503	Tỉnh Thái Nguyên	Thuế cơ sở 2-Thái Nguyên
        21505	Tỉnh Thái Nguyên	Thuế cơ sở 4-Thái Nguyên
        21507	Tỉnh Thái Nguyên	Thuế cơ sở 5-Thái Nguyên
        21509	Tỉnh Thái Nguyên	Thuế cơ sở 4-Thái Nguyên
        21511	Tỉnh Thái Nguyên	Thuế cơ sở 5-Thái Nguyên
        21513	Tỉnh Thái Nguyên	Thuế cơ sở 3-Thái Nguyên
        21515	Tỉnh Thái Nguyên	Thuế cơ sở 2-Thái Nguyên
        21517	Tỉnh Thái Nguyên	Thuế cơ sở 2-Thái Nguyên
        21700	Tỉnh Phú Thọ	Thuế Tỉnh Phú Thọ
        21701	Tỉnh Phú Thọ	Thuế cơ sở 1-Phú Thọ
        21703	Tỉnh Phú Thọ	Thuế cơ sở 2-Phú Thọ
        21705	Tỉnh Phú Thọ	Thuế cơ sở 3-Phú Thọ
        21707	Tỉnh Phú Thọ	Thuế cơ sở 3-Phú Thọ
        21709	Tỉnh Phú Thọ	Thuế cơ sở 3-Phú Thọ
        21711	Tỉnh Phú Thọ	Thuế cơ sở 2-Phú Thọ
        21713	Tỉnh Phú Thọ	Thuế cơ sở 6-Phú Thọ
        21715	Tỉnh Phú Thọ	Thuế cơ sở 6-Phú Thọ
        21717	Tỉnh Phú Thọ	Thuế cơ sở 4-Phú Thọ
        21719	Tỉnh Phú Thọ	Thuế cơ sở 5-Phú Thọ
        21720	Tỉnh Phú Thọ	Thuế cơ sở 5-Phú Thọ
        21721	Tỉnh Phú Thọ	Thuế cơ sở 1-Phú Thọ
        21723	Tỉnh Phú Thọ	Thuế cơ sở 4-Phú Thọ
        21900	Tỉnh Phú Thọ	Thuế Tỉnh Phú Thọ
        21901	Tỉnh Phú Thọ	Thuế cơ sở 8-Phú Thọ
        21902	Tỉnh Phú Thọ	Thuế cơ sở 7-Phú Thọ
        21903	Tỉnh Phú Thọ	Thuế cơ sở 11-Phú Thọ
        21904	Tỉnh Phú Thọ	Thuế cơ sở 10-Phú Thọ
        21905	Tỉnh Phú Thọ	Thuế cơ sở 10-Phú Thọ
        21907	Tỉnh Phú Thọ	Thuế cơ sở 9-Phú Thọ
        21909	Tỉnh Phú Thọ	Thuế cơ sở 9-Phú Thọ
        21913	Tỉnh Phú Thọ	Thuế cơ sở 7-Phú Thọ
        21915	Tỉnh Phú Thọ	Thuế cơ sở 11-Phú Thọ
        22100	Tỉnh Bắc Ninh	Thuế Tỉnh Bắc Ninh
        22101	Tỉnh Bắc Ninh	Thuế cơ sở 1-Bắc Ninh
        22103	Tỉnh Bắc Ninh	Thuế cơ sở 3-Bắc Ninh
        22105	Tỉnh Bắc Ninh	Thuế cơ sở 3-Bắc Ninh
        22107	Tỉnh Bắc Ninh	Thuế cơ sở 5-Bắc Ninh
        22109	Tỉnh Bắc Ninh	Thuế cơ sở 2-Bắc Ninh
        22111	Tỉnh Bắc Ninh	Thuế cơ sở 4-Bắc Ninh
        22113	Tỉnh Bắc Ninh	Thuế cơ sở 5-Bắc Ninh
        22115	Tỉnh Bắc Ninh	Thuế cơ sở 4-Bắc Ninh
        22117	Tỉnh Bắc Ninh	Thuế cơ sở 2-Bắc Ninh
        22121	Tỉnh Bắc Ninh	Thuế cơ sở 5-Bắc Ninh
        22300	Tỉnh Bắc Ninh	Thuế Tỉnh Bắc Ninh
        22301	Tỉnh Bắc Ninh	Thuế cơ sở 7-Bắc Ninh
        22303	Tỉnh Bắc Ninh	Thuế cơ sở 8-Bắc Ninh
        22305	Tỉnh Bắc Ninh	Thuế cơ sở 6-Bắc Ninh
        22307	Tỉnh Bắc Ninh	Thuế cơ sở 6-Bắc Ninh
        22309	Tỉnh Bắc Ninh	Thuế cơ sở 9-Bắc Ninh
        22311	Tỉnh Bắc Ninh	Thuế cơ sở 10-Bắc Ninh
        22313	Tỉnh Bắc Ninh	Thuế cơ sở 8-Bắc Ninh
        22315	Tỉnh Bắc Ninh	Thuế cơ sở 10-Bắc Ninh
        22500	Tỉnh Quảng Ninh	Thuế Tỉnh Quảng Ninh
        22501	Tỉnh Quảng Ninh	Thuế cơ sở 1-Quảng Ninh
        22503	Tỉnh Quảng Ninh	Thuế cơ sở 3-Quảng Ninh
        22505	Tỉnh Quảng Ninh	Thuế cơ sở 4-Quảng Ninh
        22507	Tỉnh Quảng Ninh	Thuế cơ sở 6-Quảng Ninh
        22509	Tỉnh Quảng Ninh	Thuế cơ sở 2-Quảng Ninh
        22511	Tỉnh Quảng Ninh	Thuế cơ sở 7-Quảng Ninh
        22513	Tỉnh Quảng Ninh	Thuế cơ sở 6-Quảng Ninh
        22515	Tỉnh Quảng Ninh	Thuế cơ sở 6-Quảng Ninh
        22517	Tỉnh Quảng Ninh	Thuế cơ sở 3-Quảng Ninh
        22521	Tỉnh Quảng Ninh	Thuế cơ sở 5-Quảng Ninh
        22523	Tỉnh Quảng Ninh	Thuế cơ sở 3-Quảng Ninh
        22525	Tỉnh Quảng Ninh	Thuế cơ sở 4-Quảng Ninh
        22527	Tỉnh Quảng Ninh	Thuế cơ sở 7-Quảng Ninh
        30100	Tỉnh Điện Biên	Thuế Tỉnh Điện Biên
        30101	Tỉnh Điện Biên	Thuế cơ sở 1-Điện Biên
        30103	Tỉnh Điện Biên	Thuế cơ sở 4-Điện Biên
        30104	Tỉnh Điện Biên	Thuế cơ sở 5-Điện Biên
        30111	Tỉnh Điện Biên	Thuế cơ sở 4-Điện Biên
        30113	Tỉnh Điện Biên	Thuế cơ sở 3-Điện Biên
        30115	Tỉnh Điện Biên	Thuế cơ sở 3-Điện Biên
        30117	Tỉnh Điện Biên	Thuế cơ sở 2-Điện Biên
        30119	Tỉnh Điện Biên	Thuế cơ sở 2-Điện Biên
        30121	Tỉnh Điện Biên	Thuế cơ sở 1-Điện Biên
        30123	Tỉnh Điện Biên	Thuế cơ sở 5-Điện Biên
        30200	Tỉnh Lai Châu	Thuế Tỉnh Lai Châu
        30201	Tỉnh Lai Châu	Thuế cơ sở 4-Lai Châu
        30202	Tỉnh Lai Châu	Thuế cơ sở 1-Lai Châu
        30203	Tỉnh Lai Châu	Thuế cơ sở 3-Lai Châu
        30205	Tỉnh Lai Châu	Thuế cơ sở 1-Lai Châu
        30207	Tỉnh Lai Châu	Thuế cơ sở 3-Lai Châu
        30209	Tỉnh Lai Châu	Thuế cơ sở 2-Lai Châu
        30211	Tỉnh Lai Châu	Thuế cơ sở 2-Lai Châu
        30213	Tỉnh Lai Châu	Thuế cơ sở 4-Lai Châu
        30300	Tỉnh Sơn La	Thuế Tỉnh Sơn La
        30301	Tỉnh Sơn La	Thuế cơ sở 1-Sơn La
        30303	Tỉnh Sơn La	Thuế cơ sở 1-Sơn La
        30305	Tỉnh Sơn La	Thuế cơ sở 1-Sơn La
        30307	Tỉnh Sơn La	Thuế cơ sở 1-Sơn La
        30309	Tỉnh Sơn La	Thuế cơ sở 4-Sơn La
        30311	Tỉnh Sơn La	Thuế cơ sở 4-Sơn La
        30313	Tỉnh Sơn La	Thuế cơ sở 2-Sơn La
        30315	Tỉnh Sơn La	Thuế cơ sở 5-Sơn La
        30317	Tỉnh Sơn La	Thuế cơ sở 2-Sơn La
        30319	Tỉnh Sơn La	Thuế cơ sở 3-Sơn La
        30321	Tỉnh Sơn La	Thuế cơ sở 5-Sơn La
        30323	Tỉnh Sơn La	Thuế cơ sở 3-Sơn La
        30500	Tỉnh Phú Thọ	Thuế Tỉnh Phú Thọ
        30501	Tỉnh Phú Thọ	Thuế cơ sở 12-Phú Thọ
        30503	Tỉnh Phú Thọ	Thuế cơ sở 12-Phú Thọ
        30505	Tỉnh Phú Thọ	Thuế cơ sở 13-Phú Thọ
        30509	Tỉnh Phú Thọ	Thuế cơ sở 14-Phú Thọ
        30510	Tỉnh Phú Thọ	Thuế cơ sở 13-Phú Thọ
        30511	Tỉnh Phú Thọ	Thuế cơ sở 15-Phú Thọ
        30513	Tỉnh Phú Thọ	Thuế cơ sở 13-Phú Thọ
        30515	Tỉnh Phú Thọ	Thuế cơ sở 16-Phú Thọ
        30517	Tỉnh Phú Thọ	Thuế cơ sở 15-Phú Thọ
        30519	Tỉnh Phú Thọ	Thuế cơ sở 16-Phú Thọ
        40100	Tỉnh Thanh Hóa	Thuế Tỉnh Thanh Hóa
        40101	Tỉnh Thanh Hóa	Thuế cơ sở 1-Thanh Hóa
        40103	Tỉnh Thanh Hóa	Thuế cơ sở 4-Thanh Hóa
        40105	Tỉnh Thanh Hóa	Thuế cơ sở 2-Thanh Hóa
        40107	Tỉnh Thanh Hóa	Thuế cơ sở 11-Thanh Hóa
        40109	Tỉnh Thanh Hóa	Thuế cơ sở 11-Thanh Hóa
        40111	Tỉnh Thanh Hóa	Thuế cơ sở 11-Thanh Hóa
        40113	Tỉnh Thanh Hóa	Thuế cơ sở 9-Thanh Hóa
        40115	Tỉnh Thanh Hóa	Thuế cơ sở 9-Thanh Hóa
        40117	Tỉnh Thanh Hóa	Thuế cơ sở 10-Thanh Hóa
        40119	Tỉnh Thanh Hóa	Thuế cơ sở 5-Thanh Hóa
        40121	Tỉnh Thanh Hóa	Thuế cơ sở 10-Thanh Hóa
        40123	Tỉnh Thanh Hóa	Thuế cơ sở 8-Thanh Hóa
        40125	Tỉnh Thanh Hóa	Thuế cơ sở 12-Thanh Hóa
        40127	Tỉnh Thanh Hóa	Thuế cơ sở 12-Thanh Hóa
        40129	Tỉnh Thanh Hóa	Thuế cơ sở 5-Thanh Hóa
        40131	Tỉnh Thanh Hóa	Thuế cơ sở 4-Thanh Hóa
        40133	Tỉnh Thanh Hóa	Thuế cơ sở 3-Thanh Hóa
        40135	Tỉnh Thanh Hóa	Thuế cơ sở 6-Thanh Hóa
        40137	Tỉnh Thanh Hóa	Thuế cơ sở 8-Thanh Hóa
        40139	Tỉnh Thanh Hóa	Thuế cơ sở 3-Thanh Hóa
        40141	Tỉnh Thanh Hóa	Thuế cơ sở 6-Thanh Hóa
        40143	Tỉnh Thanh Hóa	Thuế cơ sở 3-Thanh Hóa
        40147	Tỉnh Thanh Hóa	Thuế cơ sở 7-Thanh Hóa
        40149	Tỉnh Thanh Hóa	Thuế cơ sở 2-Thanh Hóa
        40151	Tỉnh Thanh Hóa	Thuế cơ sở 7-Thanh Hóa
        40153	Tỉnh Thanh Hóa	Thuế cơ sở 13-Thanh Hóa
        40300	Tỉnh Nghệ An	Thuế Tỉnh Nghệ An
        40301	Tỉnh Nghệ An	Thuế cơ sở 1-Nghệ An
        40305	Tỉnh Nghệ An	Thuế cơ sở 5-Nghệ An
        40307	Tỉnh Nghệ An	Thuế cơ sở 5-Nghệ An
        40309	Tỉnh Nghệ An	Thuế cơ sở 4-Nghệ An
        40311	Tỉnh Nghệ An	Thuế cơ sở 5-Nghệ An
        40313	Tỉnh Nghệ An	Thuế cơ sở 6-Nghệ An
        40314	Tỉnh Nghệ An	Thuế cơ sở 6-Nghệ An
        40315	Tỉnh Nghệ An	Thuế cơ sở 4-Nghệ An
        40317	Tỉnh Nghệ An	Thuế cơ sở 7-Nghệ An
        40319	Tỉnh Nghệ An	Thuế cơ sở 3-Nghệ An
        40321	Tỉnh Nghệ An	Thuế cơ sở 4-Nghệ An
        40323	Tỉnh Nghệ An	Thuế cơ sở 8-Nghệ An
        40325	Tỉnh Nghệ An	Thuế cơ sở 8-Nghệ An
        40327	Tỉnh Nghệ An	Thuế cơ sở 4-Nghệ An
        40329	Tỉnh Nghệ An	Thuế cơ sở 3-Nghệ An
        40331	Tỉnh Nghệ An	Thuế cơ sở 3-Nghệ An
        40333	Tỉnh Nghệ An	Thuế cơ sở 9-Nghệ An
        40335	Tỉnh Nghệ An	Thuế cơ sở 2-Nghệ An
        40337	Tỉnh Nghệ An	Thuế cơ sở 2-Nghệ An
        40339	Tỉnh Nghệ An	Thuế cơ sở 7-Nghệ An
        40500	Tỉnh Hà Tĩnh	Thuế Tỉnh Hà Tĩnh
        40501	Tỉnh Hà Tĩnh	Thuế cơ sở 1-Hà Tĩnh
        40503	Tỉnh Hà Tĩnh	Thuế cơ sở 3-Hà Tĩnh
        40505	Tỉnh Hà Tĩnh	Thuế cơ sở 3-Hà Tĩnh
        40507	Tỉnh Hà Tĩnh	Thuế cơ sở 4-Hà Tĩnh
        40509	Tỉnh Hà Tĩnh	Thuế cơ sở 4-Hà Tĩnh
        40511	Tỉnh Hà Tĩnh	Thuế cơ sở 2-Hà Tĩnh
        40513	Tỉnh Hà Tĩnh	Thuế cơ sở 2-Hà Tĩnh
        40515	Tỉnh Hà Tĩnh	Thuế cơ sở 1-Hà Tĩnh
        40517	Tỉnh Hà Tĩnh	Thuế cơ sở 5-Hà Tĩnh
        40519	Tỉnh Hà Tĩnh	Thuế cơ sở 6-Hà Tĩnh
        40520	Tỉnh Hà Tĩnh	Thuế cơ sở 6-Hà Tĩnh
        40521	Tỉnh Hà Tĩnh	Thuế cơ sở 5-Hà Tĩnh
        40700	Tỉnh Quảng Trị	Thuế Tỉnh Quảng Trị
        40701	Tỉnh Quảng Trị	Thuế cơ sở 1-Quảng Trị
        40703	Tỉnh Quảng Trị	Thuế cơ sở 8-Quảng Trị
        40705	Tỉnh Quảng Trị	Thuế cơ sở 8-Quảng Trị
        40707	Tỉnh Quảng Trị	Thuế cơ sở 7-Quảng Trị
        40709	Tỉnh Quảng Trị	Thuế cơ sở 6-Quảng Trị
        40711	Tỉnh Quảng Trị	Thuế cơ sở 1-Quảng Trị
        40713	Tỉnh Quảng Trị	Thuế cơ sở 5-Quảng Trị
        40715	Tỉnh Quảng Trị	Thuế cơ sở 7-Quảng Trị
        40900	Tỉnh Quảng Trị	Thuế Tỉnh Quảng Trị
        40901	Tỉnh Quảng Trị	Thuế cơ sở 2-Quảng Trị
        40903	Tỉnh Quảng Trị	Thuế cơ sở 3-Quảng Trị
        40905	Tỉnh Quảng Trị	Thuế cơ sở 4-Quảng Trị
        40907	Tỉnh Quảng Trị	Thuế cơ sở 4-Quảng Trị
        40909	Tỉnh Quảng Trị	Thuế cơ sở 2-Quảng Trị
        40911	Tỉnh Quảng Trị	Thuế cơ sở 3-Quảng Trị
        40913	Tỉnh Quảng Trị	Thuế cơ sở 3-Quảng Trị
        40915	Tỉnh Quảng Trị	Thuế cơ sở 9-Quảng Trị
        40917	Tỉnh Quảng Trị	Thuế cơ sở 9-Quảng Trị
        40919	Tỉnh Quảng Trị	Thuế cơ sở 10-Quảng Trị
        41100	Thành phố Huế	Thuế Thành phố Huế
        41101	Thành phố Huế	Thuế cơ sở 1-Huế
        41103	Thành phố Huế	Thuế cơ sở 2-Huế
        41105	Thành phố Huế	Thuế cơ sở 2-Huế
        41107	Thành phố Huế	Thuế cơ sở 2-Huế
        41109	Thành phố Huế	Thuế cơ sở 3-Huế
        41111	Thành phố Huế	Thuế cơ sở 3-Huế
        41113	Thành phố Huế	Thuế cơ sở 4-Huế
        41115	Thành phố Huế	Thuế cơ sở 5-Huế
        41119	Thành phố Huế	Thuế cơ sở 1-Huế
        50100	Thành phố Đà Nẵng	Thuế Thành phố Đà Nẵng
        50101	Thành phố Đà Nẵng	Thuế cơ sở 2-Đà Nẵng
        50103	Thành phố Đà Nẵng	Thuế cơ sở 1-Đà Nẵng
        50105	Thành phố Đà Nẵng	Thuế cơ sở 3-Đà Nẵng
        50107	Thành phố Đà Nẵng	Thuế cơ sở 3-Đà Nẵng
        50109	Thành phố Đà Nẵng	Thuế cơ sở 4-Đà Nẵng
        50111	Thành phố Đà Nẵng	Thuế cơ sở 4-Đà Nẵng
        50113	Thành phố Đà Nẵng	Thuế cơ sở 3-Đà Nẵng
        50115	Thành phố Đà Nẵng	Thuế cơ sở 4-Đà Nẵng
        50300	Thành phố Đà Nẵng	Thuế Thành phố Đà Nẵng
        50301	Thành phố Đà Nẵng	Thuế cơ sở 9-Đà Nẵng
        50302	Thành phố Đà Nẵng	Thuế cơ sở 9-Đà Nẵng
        50303	Thành phố Đà Nẵng	Thuế cơ sở 7-Đà Nẵng
        50304	Thành phố Đà Nẵng	Thuế cơ sở 5-Đà Nẵng
        50305	Thành phố Đà Nẵng	Thuế cơ sở 5-Đà Nẵng
        50307	Thành phố Đà Nẵng	Thuế cơ sở 6-Đà Nẵng
        50309	Thành phố Đà Nẵng	Thuế cơ sở 7-Đà Nẵng
        50311	Thành phố Đà Nẵng	Thuế cơ sở 7-Đà Nẵng
        50313	Thành phố Đà Nẵng	Thuế cơ sở 6-Đà Nẵng
        50315	Thành phố Đà Nẵng	Thuế cơ sở 8-Đà Nẵng
        50317	Thành phố Đà Nẵng	Thuế cơ sở 8-Đà Nẵng
        50319	Thành phố Đà Nẵng	Thuế cơ sở 8-Đà Nẵng
        50321	Thành phố Đà Nẵng	Thuế cơ sở 10-Đà Nẵng
        50323	Thành phố Đà Nẵng	Thuế cơ sở 6-Đà Nẵng
        50325	Thành phố Đà Nẵng	Thuế cơ sở 9-Đà Nẵng
        50327	Thành phố Đà Nẵng	Thuế cơ sở 10-Đà Nẵng
        50329	Thành phố Đà Nẵng	Thuế cơ sở 10-Đà Nẵng
        50500	Tỉnh Quảng Ngãi	Thuế Tỉnh Quảng Ngãi
        50501	Tỉnh Quảng Ngãi	Thuế cơ sở 2-Quảng Ngãi
        50503	Tỉnh Quảng Ngãi	Thuế cơ sở 5-Quảng Ngãi
        50505	Tỉnh Quảng Ngãi	Thuế cơ sở 1-Quảng Ngãi
        50507	Tỉnh Quảng Ngãi	Thuế cơ sở 1-Quảng Ngãi
        50509	Tỉnh Quảng Ngãi	Thuế cơ sở 2-Quảng Ngãi
        50511	Tỉnh Quảng Ngãi	Thuế cơ sở 4-Quảng Ngãi
        50513	Tỉnh Quảng Ngãi	Thuế cơ sở 4-Quảng Ngãi
        50515	Tỉnh Quảng Ngãi	Thuế cơ sở 2-Quảng Ngãi
        50517	Tỉnh Quảng Ngãi	Thuế cơ sở 2-Quảng Ngãi
        50519	Tỉnh Quảng Ngãi	Thuế cơ sở 2-Quảng Ngãi
        50521	Tỉnh Quảng Ngãi	Thuế cơ sở 3-Quảng Ngãi
        50523	Tỉnh Quảng Ngãi	Thuế cơ sở 3-Quảng Ngãi
        50525	Tỉnh Quảng Ngãi	Thuế cơ sở 3-Quảng Ngãi
        50700	Tỉnh Gia Lai	Thuế Tỉnh Gia Lai
        50701	Tỉnh Gia Lai	Thuế cơ sở 1-Gia Lai
        50703	Tỉnh Gia Lai	Thuế cơ sở 4-Gia Lai
        50705	Tỉnh Gia Lai	Thuế cơ sở 4-Gia Lai
        50707	Tỉnh Gia Lai	Thuế cơ sở 4-Gia Lai
        50709	Tỉnh Gia Lai	Thuế cơ sở 3-Gia Lai
        50711	Tỉnh Gia Lai	Thuế cơ sở 5-Gia Lai
        50713	Tỉnh Gia Lai	Thuế cơ sở 3-Gia Lai
        50715	Tỉnh Gia Lai	Thuế cơ sở 5-Gia Lai
        50717	Tỉnh Gia Lai	Thuế cơ sở 2-Gia Lai
        50719	Tỉnh Gia Lai	Thuế cơ sở 2-Gia Lai
        50721	Tỉnh Gia Lai	Thuế cơ sở 2-Gia Lai
        50900	Tỉnh Đắk Lắk	Thuế Tỉnh Đắk Lắk
        50901	Tỉnh Đắk Lắk	Thuế cơ sở 7-Đắk Lắk
        50903	Tỉnh Đắk Lắk	Thuế cơ sở 10-Đắk Lắk
        50905	Tỉnh Đắk Lắk	Thuế cơ sở 11-Đắk Lắk
        50907	Tỉnh Đắk Lắk	Thuế cơ sở 10-Đắk Lắk
        50909	Tỉnh Đắk Lắk	Thuế cơ sở 8-Đắk Lắk
        50911	Tỉnh Đắk Lắk	Thuế cơ sở 9-Đắk Lắk
        50912	Tỉnh Đắk Lắk	Thuế cơ sở 8-Đắk Lắk
        50913	Tỉnh Đắk Lắk	Thuế cơ sở 8-Đắk Lắk
        50915	Tỉnh Đắk Lắk	Thuế cơ sở 8-Đắk Lắk
        51100	Tỉnh Khánh Hòa	Thuế Tỉnh Khánh Hòa
        51101	Tỉnh Khánh Hòa	Thuế cơ sở 2-Khánh Hòa
        51103	Tỉnh Khánh Hòa	Thuế cơ sở 1-Khánh Hòa
        51105	Tỉnh Khánh Hòa	Thuế cơ sở 1-Khánh Hòa
        51107	Tỉnh Khánh Hòa	Thuế cơ sở 3-Khánh Hòa
        51109	Tỉnh Khánh Hòa	Thuế cơ sở 4-Khánh Hòa
        51111	Tỉnh Khánh Hòa	Thuế cơ sở 3-Khánh Hòa
        51113	Tỉnh Khánh Hòa	Thuế cơ sở 4-Khánh Hòa
        51115	Tỉnh Khánh Hòa	Thuế cơ sở 4-Khánh Hòa
        51117	Tỉnh Khánh Hòa	Thuế cơ sở 2-Khánh Hòa
        60100	Tỉnh Quảng Ngãi	Thuế Tỉnh Quảng Ngãi
        60101	Tỉnh Quảng Ngãi	Thuế cơ sở 7-Quảng Ngãi
        60103	Tỉnh Quảng Ngãi	Thuế cơ sở 11-Quảng Ngãi
        60105	Tỉnh Quảng Ngãi	Thuế cơ sở 10-Quảng Ngãi
        60107	Tỉnh Quảng Ngãi	Thuế cơ sở 9-Quảng Ngãi
        60108	Tỉnh Quảng Ngãi	Thuế cơ sở 6-Quảng Ngãi
        60109	Tỉnh Quảng Ngãi	Thuế cơ sở 6-Quảng Ngãi
        60111	Tỉnh Quảng Ngãi	Thuế cơ sở 9-Quảng Ngãi
        60113	Tỉnh Quảng Ngãi	Thuế cơ sở 8-Quảng Ngãi
        60114	Tỉnh Quảng Ngãi	Thuế cơ sở 8-Quảng Ngãi
        60115	Tỉnh Quảng Ngãi	Thuế cơ sở 9-Quảng Ngãi
        60300	Tỉnh Gia Lai	Thuế Tỉnh Gia Lai
        60301	Tỉnh Gia Lai	Thuế cơ sở 8-Gia Lai
        60303	Tỉnh Gia Lai	Thuế cơ sở 6-Gia Lai
        60305	Tỉnh Gia Lai	Thuế cơ sở 7-Gia Lai
        60307	Tỉnh Gia Lai	Thuế cơ sở 8-Gia Lai
        60309	Tỉnh Gia Lai	Thuế cơ sở 8-Gia Lai
        60311	Tỉnh Gia Lai	Thuế cơ sở 6-Gia Lai
        60313	Tỉnh Gia Lai	Thuế cơ sở 6-Gia Lai
        60315	Tỉnh Gia Lai	Thuế cơ sở 9-Gia Lai
        60317	Tỉnh Gia Lai	Thuế cơ sở 9-Gia Lai
        60319	Tỉnh Gia Lai	Thuế cơ sở 10-Gia Lai
        60320	Tỉnh Gia Lai	Thuế cơ sở 11-Gia Lai
        60321	Tỉnh Gia Lai	Thuế cơ sở 11-Gia Lai
        60323	Tỉnh Gia Lai	Thuế cơ sở 11-Gia Lai
        60325	Tỉnh Gia Lai	Thuế cơ sở 7-Gia Lai
        60327	Tỉnh Gia Lai	Thuế cơ sở 6-Gia Lai
        60329	Tỉnh Gia Lai	Thuế cơ sở 11-Gia Lai
        60331	Tỉnh Gia Lai	Thuế cơ sở 10-Gia Lai
        60500	Tỉnh Đắk Lắk	Thuế Tỉnh Đắk Lắk
        60501	Tỉnh Đắk Lắk	Thuế cơ sở 1-Đắk Lắk
        60503	Tỉnh Đắk Lắk	Thuế cơ sở 5-Đắk Lắk
        60505	Tỉnh Đắk Lắk	Thuế cơ sở 2-Đắk Lắk
        60507	Tỉnh Đắk Lắk	Thuế cơ sở 4-Đắk Lắk
        60509	Tỉnh Đắk Lắk	Thuế cơ sở 4-Đắk Lắk
        60511	Tỉnh Đắk Lắk	Thuế cơ sở 2-Đắk Lắk
        60513	Tỉnh Đắk Lắk	Thuế cơ sở 2-Đắk Lắk
        60515	Tỉnh Đắk Lắk	Thuế cơ sở 6-Đắk Lắk
        60517	Tỉnh Đắk Lắk	Thuế cơ sở 6-Đắk Lắk
        60519	Tỉnh Đắk Lắk	Thuế cơ sở 6-Đắk Lắk
        60523	Tỉnh Đắk Lắk	Thuế cơ sở 1-Đắk Lắk
        60525	Tỉnh Đắk Lắk	Thuế cơ sở 3-Đắk Lắk
        60531	Tỉnh Đắk Lắk	Thuế cơ sở 3-Đắk Lắk
        60537	Tỉnh Đắk Lắk	Thuế cơ sở 1-Đắk Lắk
        60539	Tỉnh Đắk Lắk	Thuế cơ sở 5-Đắk Lắk
        60600	Tỉnh Lâm Đồng	Thuế Tỉnh Lâm Đồng
        60603	Tỉnh Lâm Đồng	Thuế cơ sở 13-Lâm Đồng
        60605	Tỉnh Lâm Đồng	Thuế cơ sở 13-Lâm Đồng
        60607	Tỉnh Lâm Đồng	Thuế cơ sở 12-Lâm Đồng
        60609	Tỉnh Lâm Đồng	Thuế cơ sở 12-Lâm Đồng
        60611	Tỉnh Lâm Đồng	Thuế cơ sở 11-Lâm Đồng
        60613	Tỉnh Lâm Đồng	Thuế cơ sở 10-Lâm Đồng
        60615	Tỉnh Lâm Đồng	Thuế cơ sở 10-Lâm Đồng
        60617	Tỉnh Lâm Đồng	Thuế cơ sở 11-Lâm Đồng
        70100	Thành phố Hồ Chí Minh	Thuế Thành phố Hồ Chí Minh
        70101	Thành phố Hồ Chí Minh	Thuế cơ sở 1-Hồ Chí Minh
        70105	Thành phố Hồ Chí Minh	Thuế cơ sở 3-Hồ Chí Minh
        70107	Thành phố Hồ Chí Minh	Thuế cơ sở 4-Hồ Chí Minh
        70109	Thành phố Hồ Chí Minh	Thuế cơ sở 5-Hồ Chí Minh
        70111	Thành phố Hồ Chí Minh	Thuế cơ sở 6-Hồ Chí Minh
        70113	Thành phố Hồ Chí Minh	Thuế cơ sở 7-Hồ Chí Minh
        70115	Thành phố Hồ Chí Minh	Thuế cơ sở 8-Hồ Chí Minh
        70119	Thành phố Hồ Chí Minh	Thuế cơ sở 10-Hồ Chí Minh
        70121	Thành phố Hồ Chí Minh	Thuế cơ sở 11-Hồ Chí Minh
        70123	Thành phố Hồ Chí Minh	Thuế cơ sở 12-Hồ Chí Minh
        70125	Thành phố Hồ Chí Minh	Thuế cơ sở 15-Hồ Chí Minh
        70127	Thành phố Hồ Chí Minh	Thuế cơ sở 16-Hồ Chí Minh
        70128	Thành phố Hồ Chí Minh	Thuế cơ sở 17-Hồ Chí Minh
        70129	Thành phố Hồ Chí Minh	Thuế cơ sở 14-Hồ Chí Minh
        70131	Thành phố Hồ Chí Minh	Thuế cơ sở 13-Hồ Chí Minh
        70134	Thành phố Hồ Chí Minh	Thuế cơ sở 9-Hồ Chí Minh
        70135	Thành phố Hồ Chí Minh	Thuế cơ sở 19-Hồ Chí Minh
        70137	Thành phố Hồ Chí Minh	Thuế cơ sở 12-Hồ Chí Minh
        70139	Thành phố Hồ Chí Minh	Thuế cơ sở 18-Hồ Chí Minh
        70141	Thành phố Hồ Chí Minh	Thuế cơ sở 7-Hồ Chí Minh
        70143	Thành phố Hồ Chí Minh	Thuế cơ sở 20-Hồ Chí Minh
        70145	Thành phố Hồ Chí Minh	Thuế cơ sở 2-Hồ Chí Minh
        70300	Tỉnh Lâm Đồng	Thuế Tỉnh Lâm Đồng
        70301	Tỉnh Lâm Đồng	Thuế cơ sở 1-Lâm Đồng
        70303	Tỉnh Lâm Đồng	Thuế cơ sở 2-Lâm Đồng
        70305	Tỉnh Lâm Đồng	Thuế cơ sở 1-Lâm Đồng
        70307	Tỉnh Lâm Đồng	Thuế cơ sở 3-Lâm Đồng
        70309	Tỉnh Lâm Đồng	Thuế cơ sở 3-Lâm Đồng
        70311	Tỉnh Lâm Đồng	Thuế cơ sở 4-Lâm Đồng
        70313	Tỉnh Lâm Đồng	Thuế cơ sở 2-Lâm Đồng
        70315	Tỉnh Lâm Đồng	Thuế cơ sở 2-Lâm Đồng
        70317	Tỉnh Lâm Đồng	Thuế cơ sở 5-Lâm Đồng
        70323	Tỉnh Lâm Đồng	Thuế cơ sở 4-Lâm Đồng
        70500	Tỉnh Khánh Hòa	Thuế Tỉnh Khánh Hòa
        70501	Tỉnh Khánh Hòa	Thuế cơ sở 6-Khánh Hòa
        70503	Tỉnh Khánh Hòa	Thuế cơ sở 8-Khánh Hòa
        70505	Tỉnh Khánh Hòa	Thuế cơ sở 7-Khánh Hòa
        70507	Tỉnh Khánh Hòa	Thuế cơ sở 5-Khánh Hòa
        70509	Tỉnh Khánh Hòa	Thuế cơ sở 8-Khánh Hòa
        70511	Tỉnh Khánh Hòa	Thuế cơ sở 7-Khánh Hòa
        70513	Tỉnh Khánh Hòa	Thuế cơ sở 5-Khánh Hòa
        70700	Tỉnh Đồng Nai	Thuế Tỉnh Đồng Nai
        70701	Tỉnh Đồng Nai	Thuế cơ sở 10-Đồng Nai
        70703	Tỉnh Đồng Nai	Thuế cơ sở 8-Đồng Nai
        70705	Tỉnh Đồng Nai	Thuế cơ sở 9-Đồng Nai
        70706	Tỉnh Đồng Nai	Thuế cơ sở 9-Đồng Nai
        70707	Tỉnh Đồng Nai	Thuế cơ sở 10-Đồng Nai
        70709	Tỉnh Đồng Nai	Thuế cơ sở 7-Đồng Nai
        70710	Tỉnh Đồng Nai	Thuế cơ sở 7-Đồng Nai
        70711	Tỉnh Đồng Nai	Thuế cơ sở 10-Đồng Nai
        70713	Tỉnh Đồng Nai	Thuế cơ sở 7-Đồng Nai
        70715	Tỉnh Đồng Nai	Thuế cơ sở 8-Đồng Nai
        70716	Tỉnh Đồng Nai	Thuế cơ sở 8-Đồng Nai
        70900	Tỉnh Tây Ninh	Thuế Tỉnh Tây Ninh
        70901	Tỉnh Tây Ninh	Thuế cơ sở 8-Tây Ninh
        70903	Tỉnh Tây Ninh	Thuế cơ sở 10-Tây Ninh
        70905	Tỉnh Tây Ninh	Thuế cơ sở 10-Tây Ninh
        70907	Tỉnh Tây Ninh	Thuế cơ sở 9-Tây Ninh
        70909	Tỉnh Tây Ninh	Thuế cơ sở 8-Tây Ninh
        70911	Tỉnh Tây Ninh	Thuế cơ sở 9-Tây Ninh
        70913	Tỉnh Tây Ninh	Thuế cơ sở 7-Tây Ninh
        70915	Tỉnh Tây Ninh	Thuế cơ sở 7-Tây Ninh
        70917	Tỉnh Tây Ninh	Thuế cơ sở 7-Tây Ninh
        71100	Thành phố Hồ Chí Minh	Thuế Thành phố Hồ Chí Minh
        71101	Thành phố Hồ Chí Minh	Thuế cơ sở 25-Hồ Chí Minh
        71103	Thành phố Hồ Chí Minh	Thuế cơ sở 29-Hồ Chí Minh
        71105	Thành phố Hồ Chí Minh	Thuế cơ sở 28-Hồ Chí Minh
        71107	Thành phố Hồ Chí Minh	Thuế cơ sở 27-Hồ Chí Minh
        71109	Thành phố Hồ Chí Minh	Thuế cơ sở 26-Hồ Chí Minh
        71111	Thành phố Hồ Chí Minh	Thuế cơ sở 28-Hồ Chí Minh
        71113	Thành phố Hồ Chí Minh	Thuế cơ sở 29-Hồ Chí Minh
        71115	Thành phố Hồ Chí Minh	Thuế cơ sở 29-Hồ Chí Minh
        71117	Thành phố Hồ Chí Minh	Thuế cơ sở 28-Hồ Chí Minh
        71300	Tỉnh Đồng Nai	Thuế Tỉnh Đồng Nai
        71301	Tỉnh Đồng Nai	Thuế cơ sở 3-Đồng Nai
        71302	Tỉnh Đồng Nai	Thuế cơ sở 2-Đồng Nai
        71303	Tỉnh Đồng Nai	Thuế cơ sở 4-Đồng Nai
        71305	Tỉnh Đồng Nai	Thuế cơ sở 4-Đồng Nai
        71307	Tỉnh Đồng Nai	Thuế cơ sở 3-Đồng Nai
        71308	Tỉnh Đồng Nai	Thuế cơ sở 6-Đồng Nai
        71309	Tỉnh Đồng Nai	Thuế cơ sở 6-Đồng Nai
        71311	Tỉnh Đồng Nai	Thuế cơ sở 2-Đồng Nai
        71313	Tỉnh Đồng Nai	Thuế cơ sở 1-Đồng Nai
        71315	Tỉnh Đồng Nai	Thuế cơ sở 5-Đồng Nai
        71317	Tỉnh Đồng Nai	Thuế cơ sở 5-Đồng Nai
        71500	Tỉnh Lâm Đồng	Thuế Tỉnh Lâm Đồng
        71501	Tỉnh Lâm Đồng	Thuế cơ sở 6-Lâm Đồng
        71503	Tỉnh Lâm Đồng	Thuế cơ sở 8-Lâm Đồng
        71505	Tỉnh Lâm Đồng	Thuế cơ sở 8-Lâm Đồng
        71507	Tỉnh Lâm Đồng	Thuế cơ sở 6-Lâm Đồng
        71509	Tỉnh Lâm Đồng	Thuế cơ sở 6-Lâm Đồng
        71511	Tỉnh Lâm Đồng	Thuế cơ sở 9-Lâm Đồng
        71513	Tỉnh Lâm Đồng	Thuế cơ sở 9-Lâm Đồng
        71514	Tỉnh Lâm Đồng	Thuế cơ sở 9-Lâm Đồng
        71515	Tỉnh Lâm Đồng	Thuế cơ sở 9-Lâm Đồng
        71517	Tỉnh Lâm Đồng	Thuế cơ sở 7-Lâm Đồng
        71700	Thành phố Hồ Chí Minh	Thuế Thành phố Hồ Chí Minh
        71701	Thành phố Hồ Chí Minh	Thuế cơ sở 24-Hồ Chí Minh
        71703	Thành phố Hồ Chí Minh	Thuế cơ sở 21-Hồ Chí Minh
        71705	Thành phố Hồ Chí Minh	Thuế cơ sở 23-Hồ Chí Minh
        71707	Thành phố Hồ Chí Minh	Thuế cơ sở 23-Hồ Chí Minh
        71709	Thành phố Hồ Chí Minh	Thuế cơ sở 22-Hồ Chí Minh
        71712	Thành phố Hồ Chí Minh	Thuế cơ sở 21-Hồ Chí Minh
        71713	Thành phố Hồ Chí Minh	Thuế cơ sở 24-Hồ Chí Minh
        80100	Tỉnh Tây Ninh	Thuế Tỉnh Tây Ninh
        80101	Tỉnh Tây Ninh	Thuế cơ sở 1-Tây Ninh
        80103	Tỉnh Tây Ninh	Thuế cơ sở 6-Tây Ninh
        80105	Tỉnh Tây Ninh	Thuế cơ sở 6-Tây Ninh
        80107	Tỉnh Tây Ninh	Thuế cơ sở 5-Tây Ninh
        80109	Tỉnh Tây Ninh	Thuế cơ sở 5-Tây Ninh
        80111	Tỉnh Tây Ninh	Thuế cơ sở 5-Tây Ninh
        80113	Tỉnh Tây Ninh	Thuế cơ sở 4-Tây Ninh
        80115	Tỉnh Tây Ninh	Thuế cơ sở 4-Tây Ninh
        80117	Tỉnh Tây Ninh	Thuế cơ sở 2-Tây Ninh
        80119	Tỉnh Tây Ninh	Thuế cơ sở 2-Tây Ninh
        80121	Tỉnh Tây Ninh	Thuế cơ sở 1-Tây Ninh
        80123	Tỉnh Tây Ninh	Thuế cơ sở 1-Tây Ninh
        80125	Tỉnh Tây Ninh	Thuế cơ sở 3-Tây Ninh
        80127	Tỉnh Tây Ninh	Thuế cơ sở 3-Tây Ninh
        80129	Tỉnh Tây Ninh	Thuế cơ sở 6-Tây Ninh
        80300	Tỉnh Đồng Tháp	Thuế Tỉnh Đồng Tháp
        80301	Tỉnh Đồng Tháp	Thuế cơ sở 5-Đồng Tháp
        80303	Tỉnh Đồng Tháp	Thuế cơ sở 6-Đồng Tháp
        80305	Tỉnh Đồng Tháp	Thuế cơ sở 7-Đồng Tháp
        80307	Tỉnh Đồng Tháp	Thuế cơ sở 7-Đồng Tháp
        80309	Tỉnh Đồng Tháp	Thuế cơ sở 7-Đồng Tháp
        80311	Tỉnh Đồng Tháp	Thuế cơ sở 5-Đồng Tháp
        80313	Tỉnh Đồng Tháp	Thuế cơ sở 8-Đồng Tháp
        80315	Tỉnh Đồng Tháp	Thuế cơ sở 8-Đồng Tháp
        80317	Tỉnh Đồng Tháp	Thuế cơ sở 9-Đồng Tháp
        80319	Tỉnh Đồng Tháp	Thuế cơ sở 9-Đồng Tháp
        80321	Tỉnh Đồng Tháp	Thuế cơ sở 6-Đồng Tháp
        80323	Tỉnh Đồng Tháp	Thuế cơ sở 7-Đồng Tháp
        80500	Tỉnh An Giang	Thuế Tỉnh An Giang
        80501	Tỉnh An Giang	Thuế cơ sở 7-An Giang
        80503	Tỉnh An Giang	Thuế cơ sở 8-An Giang
        80505	Tỉnh An Giang	Thuế cơ sở 10-An Giang
        80507	Tỉnh An Giang	Thuế cơ sở 10-An Giang
        80509	Tỉnh An Giang	Thuế cơ sở 9-An Giang
        80511	Tỉnh An Giang	Thuế cơ sở 8-An Giang
        80513	Tỉnh An Giang	Thuế cơ sở 11-An Giang
        80515	Tỉnh An Giang	Thuế cơ sở 11-An Giang
        80517	Tỉnh An Giang	Thuế cơ sở 9-An Giang
        80519	Tỉnh An Giang	Thuế cơ sở 7-An Giang
        80521	Tỉnh An Giang	Thuế cơ sở 7-An Giang
        80700	Tỉnh Đồng Tháp	Thuế Tỉnh Đồng Tháp
        80701	Tỉnh Đồng Tháp	Thuế cơ sở 1-Đồng Tháp
        80703	Tỉnh Đồng Tháp	Thuế cơ sở 3-Đồng Tháp
        80705	Tỉnh Đồng Tháp	Thuế cơ sở 4-Đồng Tháp
        80707	Tỉnh Đồng Tháp	Thuế cơ sở 2-Đồng Tháp
        80709	Tỉnh Đồng Tháp	Thuế cơ sở 4-Đồng Tháp
        80711	Tỉnh Đồng Tháp	Thuế cơ sở 2-Đồng Tháp
        80713	Tỉnh Đồng Tháp	Thuế cơ sở 4-Đồng Tháp
        80715	Tỉnh Đồng Tháp	Thuế cơ sở 2-Đồng Tháp
        80717	Tỉnh Đồng Tháp	Thuế cơ sở 3-Đồng Tháp
        80719	Tỉnh Đồng Tháp	Thuế cơ sở 3-Đồng Tháp
        80721	Tỉnh Đồng Tháp	Thuế cơ sở 4-Đồng Tháp
        80900	Tỉnh Vĩnh Long	Thuế Tỉnh Vĩnh Long
        80901	Tỉnh Vĩnh Long	Thuế cơ sở 1-Vĩnh Long
        80903	Tỉnh Vĩnh Long	Thuế cơ sở 1-Vĩnh Long
        80905	Tỉnh Vĩnh Long	Thuế cơ sở 4-Vĩnh Long
        80907	Tỉnh Vĩnh Long	Thuế cơ sở 2-Vĩnh Long
        80908	Tỉnh Vĩnh Long	Thuế cơ sở 2-Vĩnh Long
        80909	Tỉnh Vĩnh Long	Thuế cơ sở 3-Vĩnh Long
        80911	Tỉnh Vĩnh Long	Thuế cơ sở 3-Vĩnh Long
        80913	Tỉnh Vĩnh Long	Thuế cơ sở 4-Vĩnh Long
        81100	Tỉnh Vĩnh Long	Thuế Tỉnh Vĩnh Long
        81101	Tỉnh Vĩnh Long	Thuế cơ sở 9-Vĩnh Long
        81103	Tỉnh Vĩnh Long	Thuế cơ sở 9-Vĩnh Long
        81105	Tỉnh Vĩnh Long	Thuế cơ sở 11-Vĩnh Long
        81107	Tỉnh Vĩnh Long	Thuế cơ sở 12-Vĩnh Long
        81108	Tỉnh Vĩnh Long	Thuế cơ sở 11-Vĩnh Long
        81109	Tỉnh Vĩnh Long	Thuế cơ sở 10-Vĩnh Long
        81111	Tỉnh Vĩnh Long	Thuế cơ sở 10-Vĩnh Long
        81113	Tỉnh Vĩnh Long	Thuế cơ sở 10-Vĩnh Long
        81115	Tỉnh Vĩnh Long	Thuế cơ sở 12-Vĩnh Long
        81300	Tỉnh An Giang	Thuế Tỉnh An Giang
        81301	Tỉnh An Giang	Thuế cơ sở 1-An Giang
        81303	Tỉnh An Giang	Thuế cơ sở 4-An Giang
        81304	Tỉnh An Giang	Thuế cơ sở 3-An Giang
        81305	Tỉnh An Giang	Thuế cơ sở 4-An Giang
        81307	Tỉnh An Giang	Thuế cơ sở 5-An Giang
        81309	Tỉnh An Giang	Thuế cơ sở 5-An Giang
        81311	Tỉnh An Giang	Thuế cơ sở 5-An Giang
        81313	Tỉnh An Giang	Thuế cơ sở 5-An Giang
        81315	Tỉnh An Giang	Thuế cơ sở 6-An Giang
        81317	Tỉnh An Giang	Thuế cơ sở 6-An Giang
        81319	Tỉnh An Giang	Thuế cơ sở 6-An Giang
        81321	Tỉnh An Giang	Thuế cơ sở 2-An Giang
        81323	Tỉnh An Giang	Thuế cơ sở 1-An Giang
        81325	Tỉnh An Giang	Thuế cơ sở 3-An Giang
        81327	Tỉnh An Giang	Thuế cơ sở 6-An Giang
        81500	Thành phố Cần Thơ	Thuế Thành phố Cần Thơ
        81503	Thành phố Cần Thơ	Thuế cơ sở 4-Cần Thơ
        81505	Thành phố Cần Thơ	Thuế cơ sở 3-Cần Thơ
        81519	Thành phố Cần Thơ	Thuế cơ sở 1-Cần Thơ
        81521	Thành phố Cần Thơ	Thuế cơ sở 3-Cần Thơ
        81523	Thành phố Cần Thơ	Thuế cơ sở 2-Cần Thơ
        81525	Thành phố Cần Thơ	Thuế cơ sở 4-Cần Thơ
        81527	Thành phố Cần Thơ	Thuế cơ sở 5-Cần Thơ
        81529	Thành phố Cần Thơ	Thuế cơ sở 2-Cần Thơ
        81531	Thành phố Cần Thơ	Thuế cơ sở 5-Cần Thơ
        81600	Thành phố Cần Thơ	Thuế Thành phố Cần Thơ
        81601	Thành phố Cần Thơ	Thuế cơ sở 6-Cần Thơ
        81603	Thành phố Cần Thơ	Thuế cơ sở 9-Cần Thơ
        81605	Thành phố Cần Thơ	Thuế cơ sở 9-Cần Thơ
        81607	Thành phố Cần Thơ	Thuế cơ sở 8-Cần Thơ
        81608	Thành phố Cần Thơ	Thuế cơ sở 8-Cần Thơ
        81609	Thành phố Cần Thơ	Thuế cơ sở 6-Cần Thơ
        81611	Thành phố Cần Thơ	Thuế cơ sở 7-Cần Thơ
        81612	Thành phố Cần Thơ	Thuế cơ sở 7-Cần Thơ
        81700	Tỉnh Vĩnh Long	Thuế Tỉnh Vĩnh Long
        81701	Tỉnh Vĩnh Long	Thuế cơ sở 5-Vĩnh Long
        81703	Tỉnh Vĩnh Long	Thuế cơ sở 8-Vĩnh Long
        81705	Tỉnh Vĩnh Long	Thuế cơ sở 5-Vĩnh Long
        81707	Tỉnh Vĩnh Long	Thuế cơ sở 8-Vĩnh Long
        81709	Tỉnh Vĩnh Long	Thuế cơ sở 6-Vĩnh Long
        81711	Tỉnh Vĩnh Long	Thuế cơ sở 7-Vĩnh Long
        81713	Tỉnh Vĩnh Long	Thuế cơ sở 6-Vĩnh Long
        81715	Tỉnh Vĩnh Long	Thuế cơ sở 7-Vĩnh Long
        81716	Tỉnh Vĩnh Long	Thuế cơ sở 7-Vĩnh Long
        81900	Thành phố Cần Thơ	Thuế Thành phố Cần Thơ
        81901	Thành phố Cần Thơ	Thuế cơ sở 10-Cần Thơ
        81903	Thành phố Cần Thơ	Thuế cơ sở 11-Cần Thơ
        81905	Thành phố Cần Thơ	Thuế cơ sở 12-Cần Thơ
        81906	Thành phố Cần Thơ	Thuế cơ sở 12-Cần Thơ
        81907	Thành phố Cần Thơ	Thuế cơ sở 11-Cần Thơ
        81909	Thành phố Cần Thơ	Thuế cơ sở 10-Cần Thơ
        81911	Thành phố Cần Thơ	Thuế cơ sở 13-Cần Thơ
        81912	Thành phố Cần Thơ	Thuế cơ sở 13-Cần Thơ
        81913	Thành phố Cần Thơ	Thuế cơ sở 10-Cần Thơ
        81915	Thành phố Cần Thơ	Thuế cơ sở 11-Cần Thơ
        81917	Thành phố Cần Thơ	Thuế cơ sở 12-Cần Thơ
        82100	Tỉnh Cà Mau	Thuế Tỉnh Cà Mau
        82101	Tỉnh Cà Mau	Thuế cơ sở 2-Cà Mau
        82103	Tỉnh Cà Mau	Thuế cơ sở 8-Cà Mau
        82105	Tỉnh Cà Mau	Thuế cơ sở 6-Cà Mau
        82106	Tỉnh Cà Mau	Thuế cơ sở 6-Cà Mau
        82107	Tỉnh Cà Mau	Thuế cơ sở 7-Cà Mau
        82109	Tỉnh Cà Mau	Thuế cơ sở 8-Cà Mau
        82111	Tỉnh Cà Mau	Thuế cơ sở 7-Cà Mau
        82300	Tỉnh Cà Mau	Thuế Tỉnh Cà Mau
        82301	Tỉnh Cà Mau	Thuế cơ sở 1-Cà Mau
        82303	Tỉnh Cà Mau	Thuế cơ sở 5-Cà Mau
        82305	Tỉnh Cà Mau	Thuế cơ sở 5-Cà Mau
        82307	Tỉnh Cà Mau	Thuế cơ sở 4-Cà Mau
        82308	Tỉnh Cà Mau	Thuế cơ sở 4-Cà Mau
        82309	Tỉnh Cà Mau	Thuế cơ sở 4-Cà Mau
        82311	Tỉnh Cà Mau	Thuế cơ sở 1-Cà Mau
        82312	Tỉnh Cà Mau	Thuế cơ sở 3-Cà Mau
        82313	Tỉnh Cà Mau	Thuế cơ sở 3-Cà Mau
        """
}
