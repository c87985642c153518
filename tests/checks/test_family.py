"""Family and private life: what an office's page must not carry, and the many official posts that sound alike."""

from __future__ import annotations

import pytest

from server.checker import check_draft
from server.draft import Draft
from server.finding import Finding
from server.severity import Severity
from server.wordlists.ruleset import Ruleset

FOUND = """
সরকারি চাকরিজীবীর জন্য পাত্রী চাই
বড় ভাইয়ের জন্য পাত্রী খুঁজছি
Bride wanted for a banker, send biodata to the inbox
ভাবির হাতের রান্না, আহা পিঠা
ছোট বোনের বিয়ে, সবাই দোয়া করুন
নাতনিকে নিয়ে হাসপাতালে, কেউ দোয়া করতে ভুলবেন না
আমাদের মেয়ে পাস করেছে, সবাই মিষ্টি নিতে আসুন, হাতমুখ ধুয়ে মাস্ক পরুন
our mother passed away, pray for her
শুভ জন্মদিন আমার কলিজার টুকরা, বাবার দোয়া সবসময় তোমার সাথে
আজ আমাদের সবার প্রিয় ডিসি স্যারের জন্মদিন, কেক কেটে উদযাপন করলাম 🎂
স্যার, জন্মদিনে আপনার সুস্বাস্থ্য কামনা করি
আমার ছোট বোনের বিয়েতে আপনাদের সবার দাওয়াত রইল
বিয়ের দাওয়াত রইল, শুক্রবার দুপুরে কমিউনিটি সেন্টারে
আজ আমাদের বিবাহবার্ষিকী, দশ বছর একসাথে
আব্বা আইসিইউতে, সবাই দোয়া করবেন
আমার মায়ের অপারেশন হয়েছে, দ্রুত সুস্থতা কামনা করছি
আমার নানা আর নেই, জানাজা বাদ আসর
বাবা আর নেই, সবাই ক্ষমা করে দেবেন
আমার ভাগ্নি মেডিকেলে চান্স পেয়েছে, অভিনন্দন মামণি
আমার ছেলে গোল্ডেন এ প্লাস পেয়েছে, আলহামদুলিল্লাহ
দুই দিনের ছুটিতে সাজেক ঘুরে এলাম
পরিবার নিয়ে কক্সবাজারে ছুটি কাটাচ্ছি 🏖️
আলহামদুলিল্লাহ, আজ বাবা হলাম
কোল আলো করে এসেছে আমাদের রাজকন্যা
প্রিয় বন্ধু, শুভ জন্মদিন
amar meyer jonmodin aj, sobai dowa korben
amar abbu hospitale, doa chai
aj amar choto vai er biye
amar vagni medical e chance peyeche
Happy birthday to our beloved boss!
My son graduated today, proud father here
Weekend getaway with the family in Sreemangal
Our daughter turned one today, happy birthday princess
My mother passed away last night, please pray
We are blessed with a baby boy
বসের ছেলের জন্মদিনে আমরা সবাই
আজ আমার একমাত্র ছেলের সুন্নতে খাতনা, সবার দোয়া কামনা করছি
মেয়েটা আজ প্রথম স্কুলে গেল, চোখে পানি চলে এলো
আমাদের ছোট্ট সোনামণির আকিকা অনুষ্ঠানে আপনারা আমন্ত্রিত
বিয়ের দশ বছর পূর্তিতে সহধর্মিণীকে ভালোবাসা
আমার আম্মু আজ হজে যাচ্ছেন, দোয়া করবেন
শ্বশুরবাড়িতে ঈদ করতে এলাম
Missing my late father today. Rest in peace, Abba.
Ma er jonno sobar kache dowa chai, uni ICU te
boss er bibaho barshiki te subhechha
সপরিবারে সুন্দরবন ভ্রমণ শেষে ফিরলাম
ইউএনও স্যারের কন্যার জন্মদিন উদযাপন
আমার ভাতিজি বুয়েটে চান্স পেয়েছে
Congratulations to my little sister on getting into Dhaka Medical!
ছেলের এসএসসির রেজাল্টে আমি গর্বিত বাবা
Proud father of a GPA-5 daughter
বাবার কবর জিয়ারত করলাম, আল্লাহ বাবাকে জান্নাত দান করুন
প্রিয় সহধর্মিণী, শুভ বিবাহবার্ষিকী
আমার শাশুড়ি হাসপাতালে ভর্তি, রক্ত লাগবে
ছুটির দিনে বাচ্চাদের নিয়ে চিড়িয়াখানায়
Our son's first birthday party at home
ভাগ্নে এবার চুয়েটে চান্স পেয়েছে, মিষ্টি খাওয়াব সবাইকে
amar chachato vai buet e chance peyeche
খালাতো ভাই প্রশাসন ক্যাডার হয়েছে, গর্ব লাগছে
কুয়াকাটায় তিন দিন ছুটি কাটিয়ে এলাম
Feeling proud as a mother today, two stars at home
মামাতো বোনের গায়ে হলুদে সবাই একসাথে
আমাদের পঁচিশতম বিবাহবার্ষিকী, দোয়া রাখবেন
A quiet evening with wife and kids by the sea
ami ar amar bou bandarban e
আদরের ছোট ভাইয়ের বৌভাতে সবাই মিলে খুব আনন্দ হলো
শাশুড়ি মা আইসিইউতে, সুস্থতা কামনা করি
দাদুর জানাজা বাদ মাগরিব, সবাই আসবেন
amar shashuri hospitale, dua chai
My cousin topped the admission test, so proud
মা তুমি নেই আজ দুই বছর
Family tour to Kuakata, what a weekend
ছোট মামার বিয়েতে সবাই গ্রামে এলাম
মাকে নিয়ে হাসপাতালে এলাম, দোয়া করবেন
আমাদের দ্বিতীয় সন্তান ঘর আলো করে এসেছে
ছেলে আজ দৌড়ে প্রথম হলো, মা হিসেবে গর্বিত
পূজার ছুটিতে মামাবাড়িতে কাটানো মুহূর্তগুলো
As a father I am so proud today, she topped her class
eid korlam nanar bari te, onek moja
স্ত্রী সন্তান নিয়ে রেস্টুরেন্টে, অনেক দিন পর
আমার বিয়ের দশ বছর পূর্ণ হলো আজ
বোনের গায়ে হলুদে তোলা কিছু ছবি
amar husband er birthday te sobai wish korben
boner biyete onek moja
আমার little princess আজ তিন বছরে পা দিল, দোয়া করবেন
ছোট্ট রাজপুত্রের জন্য সবাই দোয়া করবেন
ফ্যামিলির সাথে সিলেটে ঘুরতে এসেছি
পরিবারের সবাইকে নিয়ে কক্সবাজারে দুই দিন, বাচ্চাদের কী যে হাসি
সমুদ্রের পাড়ে পরিবার নিয়ে কাটানো দিনগুলো ভোলার নয়
Family niye Sajek e dui din
তোমার হাত ধরে পার করে দিলাম কুড়িটি বছর
ষোলো বছরের সংসার, ঝগড়া আর অভিমান
our mother passed away last night, our prayers are with her
We are expecting our second child
স্ত্রী সন্তান সহ রাঙামাটি ভ্রমণে
আমরা বাবা মা হতে চলেছি, দোয়া করবেন
স্বামীর সঙ্গে বিচ্ছেদের পর থেকে ভেঙে পড়েছেন বলে ছুটি নিলেন শিরিন আপা। সহকর্মী শিরিন আক্তার ডিভোর্সের পর একা থাকেন।
সহকর্মী মতিউর রহমান ঋণে জর্জরিত, পাওনাদাররা অফিসে আসে।
হিসাবরক্ষক শফিকুল ইসলাম মানসিকভাবে বিপর্যস্ত, তাই তাঁর টেবিল বন্ধ।
অবসরে গেলেন প্রধান সহকারী নুরুল হক। ছেলেরা তাঁর খোঁজ নেয় না।
বিদায় শাহীন স্যার। সংসার ভাঙার কষ্ট নিয়েও তিনি হাসিমুখে ছিলেন।
Our librarian Mrs. Dilara Begum is separated from her husband. She leaves us today.
Our accountant Habibur Rahman is drowning in debt.
Amader driver Alamgir bhai er bou cole gese, tai uni chutite.
""".strip().splitlines()

CLEAR = """
জাতীয় কবি কাজী নজরুল ইসলামের জন্মবার্ষিকী উপলক্ষে আলোচনা সভা
জাতির পিতার জন্মদিন ও জাতীয় শিশু দিবসে শিশুদের চিত্রাঙ্কন প্রতিযোগিতা
শিশুর জন্মদিন থেকে ৪৫ দিনের মধ্যে বিনামূল্যে জন্ম নিবন্ধন করুন
বিদ্যালয় পরিবার গভীরভাবে শোকাহত
জুলাই শহিদ পরিবারের হাতে অনুদানের চেক তুলে দেওয়া হয়
শোকবার্তা: সহকারী পরিচালক জনাব আশরাফ হোসেন ইন্তেকাল করেছেন। তিনি স্ত্রী ও এক পুত্র রেখে গেছেন।
মরহুমের পরিবারের প্রতি গভীর সমবেদনা জানানো হচ্ছে
উপজেলা হিসাবরক্ষণ কর্মকর্তার পিতার মৃত্যুতে উপজেলা প্রশাসন শোকাহত
ইউএনও মহোদয়ের বিদায় সংবর্ধনা অনুষ্ঠিত
প্রধান শিক্ষকের অবসর গ্রহণ উপলক্ষে সংবর্ধনা
শুদ্ধাচার পুরস্কার পেয়েছেন অফিস সহকারী জনাব করিম
সফল জননী নারী ক্যাটাগরিতে জয়িতা সম্মাননা
মা দিবসে উপজেলা মহিলা বিষয়ক কার্যালয়ের আলোচনা সভা
বাবা দিবস উপলক্ষে শিশু একাডেমির আয়োজন
মা ও শিশু কল্যাণ কেন্দ্রে ২৪ ঘণ্টা প্রসব সেবা
বাল্যবিবাহ বন্ধ করেছেন ইউএনও, মেয়ের বাবা মুচলেকা দেন
গ্রেফতারকৃতরা: রফিক মিয়া (৪৫), পিতা- কালাম
আটক দুই মাদক ব্যবসায়ী: সেলিম মিয়া, পিতা- মৃত কালাম ও জামাল হোসেন, পিতা- রহিম
মেয়ের বিয়ের বয়স ১৮, ছেলের ২১
বিয়ে ও তালাক নিবন্ধন এখন অনলাইনে
কক্সবাজার সৈকতে বেড়াতে এসে পানিতে নামার আগে সংকেত দেখুন
পর্যটন দিবসে কক্সবাজারে র‍্যালি
পরিবার পরিকল্পনা সেবা ও প্রচার সপ্তাহ
আমার গ্রাম আমার শহর
আমার ছেলে ভাতা পাবে কি? প্রতিবন্ধী কার্ড থাকলে আবেদন করুন
আমার মায়ের এনআইডি হারিয়ে গেছে, কীভাবে তুলব? উপজেলা নির্বাচন অফিসে আসুন।
আমার ভাইয়ের রক্তে রাঙানো একুশে ফেব্রুয়ারি
আমাদের মেয়েরা বিভাগীয় ফুটবলে চ্যাম্পিয়ন, আমরা গর্বিত
শিক্ষার্থীদের জিপিএ-৫ অর্জনে অভিনন্দন
বিসিএসে উত্তীর্ণ কর্মকর্তাদের বুনিয়াদি প্রশিক্ষণ শুরু
রোগীর স্বজনদের হাসপাতালে ভিড় না করার অনুরোধ
ক্যান্সারে আক্রান্ত রোগীদের আর্থিক সহায়তার আবেদন ফরম
ঈদের ছুটিতে জরুরি সেবা চালু থাকবে
শুভ বড়দিন, যিশু খ্রিস্টের জন্মদিনের শুভেচ্ছা
বুদ্ধ পূর্ণিমায় গৌতম বুদ্ধের জন্মদিন উদযাপন
নবদম্পতির জন্য পরিবার পরিকল্পনা সেবা
বাবা-মায়ের ভরণপোষণ আইন বিষয়ে সচেতনতা সভা
প্রিয় বাবা-মা, শিশুকে টিকা দিন
সরকারি শিশু পরিবারের নিবাসীদের সঙ্গে ঈদ উদযাপন
Bring your birth certificate and your mother's NID.
Father's Day seminar on positive parenting at the Shishu Academy
The department mourns the death of its former director.
The summer vacation of the court begins on Sunday.
Family welfare assistants will visit every household this week.
Baba ma er NID niye asben, jonmo nibondhon er kaj cholbe
Bibaho nibondhon korte kazi office e jan
মা সমাবেশে বিদ্যালয়ের প্রধান শিক্ষক বক্তব্য দেন
পিতা-মাতার নাম অনুযায়ী জন্ম নিবন্ধন সংশোধন
মুক্তিযোদ্ধা আব্দুল করিম ইন্তেকাল করেছেন, রাষ্ট্রীয় মর্যাদায় দাফন
শিশুদের জন্মদিনে গাছ লাগানোর কর্মসূচি
স্বামী পরিত্যক্তা ভাতা
আমার পরিবার আমার দায়িত্ব: পুষ্টি কর্মসূচি
প্রয়াত সহকর্মীর রুহের মাগফেরাত কামনায় মিলাদ
স্যারের বদলিজনিত বিদায়ে আমরা শোকাহত নই, গর্বিত
কক্সবাজারে পর্যটকদের নিরাপত্তায় ট্যুরিস্ট পুলিশ
হাসপাতালে ভর্তি শিশুদের ঈদের জামা উপহার
Happy Mother's Day observance at the upazila hall
Happy birthday, National Poet: seminar on Nazrul
ঢাকা বিশ্ববিদ্যালয়ের জন্মদিন, ১ জুলাই
শুভ জন্মদিন বাংলাদেশ পুলিশ
কর্মকর্তাদের সন্তানদের শিক্ষাবৃত্তির আবেদন
বিবাহবার্ষিকী নয়, বাল্যবিবাহ বন্ধের বার্ষিকী
সন্তান জন্মের ৪৫ দিনের মধ্যে নিবন্ধন
রোগী: আমার মা কিডনি রোগী, কোথায় ডায়ালাইসিস পাব? উত্তর: জেলা হাসপাতালে
মেয়ের বাবাকে জরিমানা, বাল্যবিবাহ বন্ধ
অবসরোত্তর ছুটিতে গেলেন উপপরিচালক
মহামান্য রাষ্ট্রপতি সপরিবারে হজ পালন শেষে দেশে ফিরেছেন
পর্যটকদের পরিবার নিয়ে নিরাপদে ঘুরতে অনুরোধ করা হলো
সন্তানকে টিকা দিতে মা-বাবাকে আহ্বান
মা ইলিশ রক্ষা অভিযান
স্বামী-স্ত্রী দুজনেই সরকারি চাকরিজীবী হলে বদলির আবেদন
শহিদ জননীর মৃত্যুবার্ষিকীতে শ্রদ্ধা
বাবার নাম ভুল হলে সংশোধনের আবেদন করুন
প্রতিবন্ধী ছেলেকে নিয়ে কষ্টে থাকা মাকে হুইলচেয়ার দিলেন ইউএনও
কর্মচারীর মেয়ের বিয়েতে কল্যাণ তহবিলের অনুদান
আমাদের প্রাক্তন অধ্যক্ষ আর নেই, কলেজ পরিবার শোকাহত
শিক্ষকের মায়ের মৃত্যুতে বিদ্যালয়ে শোকসভা
আপনার সন্তানকে মাদক থেকে দূরে রাখুন
আমার বাড়ি আমার খামার প্রকল্প
আমার মা ভাষা: মাতৃভাষা দিবস
বাবা-মা হারানো শিশুদের ঈদ উপহার
ছেলে-মেয়ের সমান অধিকার
অভিভাবক সমাবেশে গর্বিত মা সম্মাননা
রত্নগর্ভা মা সম্মাননা পেলেন দশ জন
মেয়েদের ফুটবলে চ্যাম্পিয়ন, অভিনন্দন
Congratulations to all mothers on Mother's Day
The wife of the late freedom fighter received the allowance
Hospital visiting hours for family members: 4 pm
Our children's ward was painted by volunteers
Director Abul Hossain passed away last night. Our prayers are with his wife and children.
Our colleague Md. Salim, Office Assistant, passed away last night. May Allah give his family the strength to bear this loss.
With deep sorrow we announce the passing of our head teacher. Our thoughts are with her husband and sons.
আমাদের সহকর্মী জনাব আনোয়ার হোসেন আর নেই। তাঁর স্ত্রী ও সন্তানদের প্রতি সমবেদনা।
আমাদের ইউএনও স্যার কাল অফিসে বসবেন।
Our SP sir inspected the check post last night.
Our head teacher will meet the parents on Thursday.
পরিবার নিয়ে কক্সবাজারে এলে পানিতে নামার আগে সংকেত দেখুন
কুয়াকাটায় পরিবার নিয়ে আসা পর্যটকদের জন্য নতুন তথ্যকেন্দ্র
বান্দরবানে পরিবারসহ আটকে পড়া পর্যটকদের উদ্ধার করা হয়েছে
দশ বছরের সংসার ভাঙার হাত থেকে রক্ষা করল লিগ্যাল এইড
সমবায় সমিতির পঁচিশ বছর একসাথে পথ চলা
তাঁর সহধর্মিণীকে সঙ্গে নিয়ে উপাচার্য পুষ্পস্তবক অর্পণ করেন
স্ত্রীকে নির্যাতনের মামলায় স্বামী গ্রেফতার
পুলিশ সুপারের সহধর্মিণী ও পুনাক সভানেত্রীর শীতবস্ত্র বিতরণ
বন্ধু দিবসে রক্তদান কর্মসূচি
ডিসি পার্কে বেড়াতে আসা শিশুদের জন্য নতুন রাইড
কলেজের ২৩ শিক্ষার্থী মেডিকেলে চান্স পেয়েছে
ভাতিজা, ভাগ্নে বা শ্যালকের নামে কার্ড নেওয়া যাবে না
মুক্তিযোদ্ধার নাতি-নাতনিদের বৃত্তির আবেদন ৩০ জুন পর্যন্ত
চাকরি মেলায় ১২০ জন সাক্ষাৎকারের সুযোগ পেলেন
গায়ে হলুদে হাজির হয়ে বাল্যবিবাহ বন্ধ করলেন এসিল্যান্ড
দিনমজুরের ছোট বোন মেডিকেলে চান্স পেয়েছে, ভর্তির টাকা দিল উপজেলা প্রশাসন
I came with my husband to the clinic and paid nothing, said Rahima
কৃষক রহমতের ছোট বোনের বিয়ে হয়ে গেছে গত শুক্রবার
তার বড় ছেলে এবার মেডিকেলে চান্স পেয়েছে
ছোট ভাইকে টিকা দিতে হাসপাতালে আনুন
বড় মেয়ে পাস করেছে, জানালেন ভাতাভোগী রহিমা
শহিদের ছোট ভাইয়ের হাতে অনুদান, চোখে জল সবার
শিশু সদনে জন্মদিনের কেক কাটলেন ইউএনও
her younger brother was admitted to the hospital
শাশুড়ি ও পুত্রবধূর স্বাস্থ্যসেবা নিয়ে উঠান বৈঠক
নানুর বাড়ি বেড়াতে গিয়ে পুকুরে ডুবে দুই শিশু নিহত
ছোট চাচার বিরুদ্ধে হত্যা মামলা, তদন্ত চলছে
প্রথম সন্তানের জন্য মাতৃত্বকাল ভাতার আবেদন করুন
ক্যামেরায় মেলার কিছু মুহূর্ত
মা হিসেবে সেরা উদ্যোক্তার সম্মাননা পেলেন ছয়জন
কর্মশালার কিছু মুহূর্ত
পরিবারের সঙ্গে ঈদ করতে ঘরমুখো মানুষের জন্য বাড়তি বাসের সেবা
মেয়ের বিয়ে ১৮ বছরের আগে নয়, ছবি তুলে অভিযোগ পাঠান
দরিদ্র পরিবারের মেয়ের বিয়েতে সহায়তা দিল উপজেলা প্রশাসন
রাজিয়ার ছেলের অপারেশনে সরকারি সহায়তা
Happy birthday Bangladesh!
আমরা ভাবি, হাসপাতাল শুধু অসুস্থের জায়গা।
আমাদের সন্তান কোথায় যায়, খেয়াল রাখি।
Our mother and child hospital is open on holidays too.
Amader ma o shishu kollyan kendre ekhon normal delivery hoy, hospitale jete hobe na.
পরিবারের সঙ্গে নৌভ্রমণে লাইফ জ্যাকেট পরুন, আনন্দ হোক নিরাপদ।
Poribar niye bikale ghurte ashen, dighir par e notun path hoise
মেয়েকে নিয়ে মেলা দেখতে আসুন, টিকিট লাগবে না
স্ত্রী সন্তানসহ বেড়াতে গেলে ঘরের মেইন সুইচ বন্ধ রাখুন।
পরিবারের সাথে সময় কাটাই, মোবাইল দূরে রাখি।
প্রিয় আপু ও ভাইয়েরা, রেজাল্ট বৃহস্পতিবার।
নাতনিকে নিয়ে হাসপাতালে এসেছেন ৭০ বছরের রহিমা বেগম।
বাচ্চাদের নিয়ে ঈদে লঞ্চে উঠতে সাবধান, জানায় নৌ পুলিশ
আমাদের সহকর্মী আবুল কালাম আজাদ আজ ভোরে ইন্তেকাল করেছেন। তিনি স্ত্রী ও দুই মেয়ে রেখে গেছেন।
Our colleague Habibur Rahman retires today after 32 years. We wish him and his family a happy life.
সহকারী শিক্ষক রেহানা পারভীন বলেন, যাঁরা বিষণ্নতায় ভুগছেন তাঁরা কথা বলুন।
মনোরোগের চিকিৎসক ডা. সাবরিনা ইয়াসমিন বসেন সোমবার। বিষণ্নতায় ভুগছেন? আসুন।
স্বামী ছেড়ে যাওয়ার পর সেলাই শিখেছেন রহিমা বেগম। মেশিন দিলেন উপজেলা নির্বাহী কর্মকর্তা।
কর্মকর্তা মতিউর রহমান জানান, ঋণে জর্জরিত কৃষকের সুদ মওকুফ হয়েছে।
জেলা প্রশাসক মাহমুদুল হাসান বৃদ্ধাশ্রমে যান। যাঁদের সন্তান খোঁজ নেয় না, তাঁদের পাশে আছি।
রাতে সদর হাসপাতালে নিলুফা বেগমের কোলজুড়ে এলো ফুটফুটে কন্যাশিশু। মা ও শিশু সুস্থ।
সমাজসেবা কর্মকর্তা শাহানা পারভীন দাম্পত্য কলহ মিটিয়ে ১৪টি পরিবারকে এক করেছেন।
কৃষি কর্মকর্তা মতিউর রহমান ঋণের বোঝা টানা কৃষকদের সুদ কমিয়েছেন।
Welfare officer Habibur Rahman mediated a custody battle at the legal aid office.
""".strip().splitlines()


def personal(ruleset: Ruleset, text: str, **fields: object) -> list[Finding]:
    draft = Draft.parse({"text": text, "account": {"kind": "institution"}, **fields})
    return [finding for finding in check_draft(draft, ruleset).findings if finding.check.startswith("personal/family")]


@pytest.mark.parametrize("text", FOUND)
def test_a_family_post_is_told_once(ruleset: Ruleset, text: str) -> None:
    (finding,) = personal(ruleset, text)
    assert (finding.clause, finding.severity) == ("6.ga", Severity.WARN) and finding.spans
    assert not personal(ruleset, text, account={"kind": "employee"})


@pytest.mark.parametrize("text", CLEAR)
def test_an_official_post_is_no_family_post(ruleset: Ruleset, text: str) -> None:
    assert not personal(ruleset, text)


ANSWERS = """
ওয়ালাইকুম আসসালাম
জি ভাইয়া, আজকেই পাবেন
হ্যাঁ, পারবেন।
Yes, it is open today till 5 pm.
আপনার মায়ের জন্য দোয়া রইল
বাচ্চা কেমন আছে এখন?
আপনার বাবার চিকিৎসার খরচ সমাজসেবা দেবে
""".strip().splitlines()


@pytest.mark.parametrize("action", ["reply", "comment"])
@pytest.mark.parametrize("address", ["", "ভাইয়া, ", "স্যার, ", "আপু, "])
def test_an_answer_is_no_family_post_however_it_addresses_the_citizen(
    ruleset: Ruleset, address: str, action: str
) -> None:
    assert not [text for text in ANSWERS if personal(ruleset, address + text, action=action)]
    assert personal(ruleset, address + "আমার মেয়ের আজ জন্মদিন, সবাই দোয়া করবেন", action=action)


def test_more_must_pass_than_must_be_found() -> None:
    assert len(CLEAR) > len(FOUND)
